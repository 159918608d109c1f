import { BadInput } from '../bad-input.ts';
import { isMissing, toNumber } from './cells.ts';
import type { CsvFile, CsvRow } from './read-csv.ts';

export interface CompleteRows {
  rows: CsvRow[];
  /** What was left out, in words; absent where nothing was. */
  note?: string;
}

/**
 * The rows with a number in every one of the columns. A row with a missing cell is left out whole: TrustyAI's Python
 * service breaks for good on a null, and a value made up in its place would be drift of our own making.
 */
export function completeRows(file: CsvFile, columns: string[]): CompleteRows {
  const indexes = columns.map((column) => file.header.indexOf(column));
  const cellAt = (row: CsvRow, index: number) => row.cells[index] ?? '';
  const holed = file.rows.filter((row) => indexes.some((index) => toNumber(cellAt(row, index)) === undefined));
  const out = new Set(holed);
  const rows = file.rows.filter((row) => !out.has(row));
  if (rows.length < 2) {
    throw new BadInput(
      `${file.name} has ${rows.length} of ${file.rows.length} rows with a number in each of ${columns.join(', ')}; ` +
        `two are the least. Fill the gaps, or leave columns with many gaps out of the file.`
    );
  }
  const first = holed[0];
  if (first === undefined) {
    return { rows };
  }
  const index = indexes.find((i) => toNumber(cellAt(first, i)) === undefined) ?? 0;
  const cell = cellAt(first, index);
  const what = isMissing(cell) ? 'is empty' : `is "${cell}", not a number`;
  return {
    rows,
    note:
      `${holed.length} of ${file.rows.length} rows of ${file.name} are left out because a numeric cell is missing ` +
      `(the first: line ${first.line}, where "${file.header[index] ?? ''}" ${what}).`,
  };
}
