import { readFileSync } from 'node:fs';

const escapes = new RegExp(String.raw`\u001b\[[0-9;]*m`, 'g');

/** The last lines of a log that say anything, without colours. Empty where there is no log. */
export function lastLines(file: string, count = 6): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .replace(escapes, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .slice(-count);
}

/** What to print of a program that ended badly: its last words and where the rest is. */
export function lastWords(file: string, count?: number): string {
  const lines = lastLines(file, count);
  const words =
    lines.length > 0 ? `Its last words:\n${lines.map((line) => `    ${line}`).join('\n')}` : 'It said nothing.';
  return `${words}\n  Whole log: ${file}`;
}
