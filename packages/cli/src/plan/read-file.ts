import { readFileSync } from 'node:fs';
import { planOf, readMonitors } from '@soundcheck/monitors';
import type { Plan, Problem } from '@soundcheck/monitors';
import { UsageError } from '../arguments.ts';

/** A text file as it stands. @throws UsageError in a sentence */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UsageError(`${path} cannot be read (${reason}): give the path of monitors.yaml to --file.`);
  }
}

/** monitors.yaml, read: its plan, or what is wrong with it. @throws UsageError where it is not there */
export function readMonitorsFile(path: string): { source: string; plan: Plan } | { problems: Problem[] } {
  const source = readText(path);
  const reading = readMonitors(source);
  return 'problems' in reading ? reading : { source, plan: planOf(reading.file) };
}

/** `monitors.yaml:12:3: what is wrong`, as editors and CI read it. */
export function problemLine(path: string, { line, column, message }: Problem): string {
  return `${path}:${String(line)}:${String(column)}: ${message}`;
}
