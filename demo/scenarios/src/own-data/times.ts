import { BadInput } from '../bad-input.ts';
import { dayMs, weekMs } from '../scenario.ts';
import { toTime } from './cells.ts';
import type { CsvFile, CsvRow } from './read-csv.ts';

export interface PlacedRow {
  row: CsvRow;
  /** Milliseconds relative to the last row; never above 0. */
  offsetMs: number;
}

export interface PlacedRows {
  rows: PlacedRow[];
  timeNote: string;
}

/**
 * Orders rows by the time column (rows of the same time keep the file's order) and moves them so that the last one is
 * at the end of history; spans longer than 7 days or shorter than one are scaled to 7 days.
 */
export function placeInTime(file: CsvFile, rows: CsvRow[], timeColumn: string): PlacedRows {
  const index = file.header.indexOf(timeColumn);
  const timed = rows.map((row) => ({ row, time: timeOf(file, row, index) })).sort((a, b) => a.time - b.time);
  const first = timed[0]?.time ?? 0;
  const last = timed[timed.length - 1]?.time ?? 0;
  const span = last - first;
  const scale = span > weekMs || span < dayMs ? weekMs / span : 1;
  const offset = (time: number, i: number) =>
    span === 0 ? -((timed.length - 1 - i) * weekMs) / timed.length : (time - last) * scale;
  return {
    rows: timed.map(({ row, time }, i) => ({ row, offsetMs: Math.round(offset(time, i)) + 0 })),
    timeNote: note({ file: file.name, column: timeColumn, first, last, scale }),
  };
}

function timeOf(file: CsvFile, row: CsvRow, index: number): number {
  const cell = row.cells[index] ?? '';
  const time = toTime(cell);
  if (time === undefined) {
    throw new BadInput(
      `${file.name}, line ${row.line}: "${cell}" in column "${file.header[index] ?? ''}" is not a time. ` +
        'Write times as 2024-12-31, 2024-12-31T23:59:59Z or seconds since 1970, or name another column with --time.'
    );
  }
  return time;
}

interface Moved {
  file: string;
  column: string;
  first: number;
  last: number;
  scale: number;
}

function note({ file, column, first, last, scale }: Moved): string {
  const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z').replace('T00:00:00Z', '');
  const days = (last - first) / dayMs;
  const span = `Times of ${file} are not shown as they are: its rows run from ${iso(first)} to ${iso(last)} by "${column}"`;
  if (days === 0) {
    return `${span}, all at one moment; they are spread evenly over 7 days, the last one at the end of history.`;
  }
  const moved = 'moved so that the last row is at the end of history';
  const length = days >= 2 ? `${Number(days.toFixed(1))} days` : `${Number((days * 24).toPrecision(3))} hours`;
  return scale === 1
    ? `${span} (${length}); they are ${moved}, their distances unchanged.`
    : `${span} (${length}); they are ${moved}, and all distances are multiplied by ${Number(scale.toPrecision(3))} so that they fit 7 days.`;
}
