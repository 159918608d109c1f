import type { Inspection } from './gather.ts';

/** An inspection for programs to read. JSON has no NaN and no infinities: they are text, as the Java service writes them. */
export function jsonReport(inspection: Inspection): string {
  const written = JSON.stringify(
    inspection,
    (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value),
    2
  );
  return `${written}\n`;
}
