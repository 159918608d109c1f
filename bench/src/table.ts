import type { Spread } from './statistics.ts';

/** A Markdown table. A bar in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, i) => Math.max(3, ...cells.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

/** Three digits, as many as a noisy measurement bears. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** "63.8 ms (60.1–70.2)". */
export function duration({ median, low, high }: Spread): string {
  const [unit, factor] = median < 1 ? ['ms', 1000] : ['s', 1];
  return `${digits(median * factor)} ${unit} (${digits(low * factor)}–${digits(high * factor)})`;
}

/** "10.2 × (9.5–11.0)". */
export function multiple({ median, low, high }: Spread): string {
  return `${digits(median)} × (${digits(low)}–${digits(high)})`;
}
