import { CoreError } from '../core/io.ts';
import { decimalOf } from '../core/json.ts';
import type { Sample } from './model.ts';

/**
 * Reads the Prometheus text format and OpenMetrics as far as TrustyAI writes them: gauges, escaped label values, a comma
 * after the last label (Java), an optional timestamp. Own code because it has to run in the Go shell's engine.
 */

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

function broken(line: string): CoreError {
  return new CoreError(
    `GET /q/metrics has a line that is no Prometheus text: "${line.slice(0, 120)}". Check that the URL is that of a TrustyAI service.`
  );
}

/** Reads a quoted label value that starts after the quote at `from`; gives the text and the index after its end. */
function readQuoted(line: string, from: number): { text: string; end: number } {
  let text = '';
  for (let i = from; i < line.length; i += 1) {
    const char = line.charAt(i);
    if (char === '"') {
      return { text, end: i + 1 };
    }
    if (char === '\\') {
      i += 1;
      const escaped = line.charAt(i);
      text += ESCAPES[escaped] ?? `\\${escaped}`;
    } else {
      text += char;
    }
  }
  throw broken(line);
}

/** Reads `{a="b",c="d",}` from its brace; gives the labels and the index after the closing brace. */
function readLabels(line: string, brace: number): { labels: Record<string, string>; end: number } {
  const labels: Record<string, string> = {};
  let i = brace + 1;
  while (line.charAt(i) !== '}') {
    const equals = line.indexOf('="', i);
    if (equals < 0) {
      throw broken(line);
    }
    const name = line.slice(i, equals).trim();
    const { text, end } = readQuoted(line, equals + 2);
    labels[name] = text;
    i = line.charAt(end) === ',' ? end + 1 : end;
    while (line.charAt(i) === ' ') {
      i += 1;
    }
  }
  return { labels, end: i + 1 };
}

function readValue(text: string, line: string): number {
  const word = text.trim().split(/\s/)[0] ?? '';
  switch (word) {
    case 'NaN':
      return NaN;
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
  }
  const value = decimalOf(word);
  if (value === undefined) {
    throw broken(line);
  }
  return value;
}

/**
 * The samples whose names begin with `prefix`; all other lines are passed over unread.
 * @throws CoreError for a line that begins so and cannot be read, or that the text breaks off in: half a number is another
 */
export function readSamples(text: string, prefix = 'trustyai_'): Sample[] {
  const samples: Sample[] = [];
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  if (last.startsWith(prefix)) {
    throw broken(last);
  }
  for (const line of lines) {
    if (!line.startsWith(prefix)) {
      continue;
    }
    const brace = line.indexOf('{');
    const space = line.indexOf(' ');
    if (brace >= 0 && (space < 0 || brace < space)) {
      const { labels, end } = readLabels(line, brace);
      samples.push({ name: line.slice(0, brace), labels, value: readValue(line.slice(end), line) });
    } else {
      samples.push({
        name: space < 0 ? line : line.slice(0, space),
        labels: {},
        value: readValue(line.slice(space + 1), line),
      });
    }
  }
  return samples;
}
