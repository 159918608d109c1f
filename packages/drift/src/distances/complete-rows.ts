import type { NumericInput } from '../samples/sample.ts';

/** Columns of equal length without a missing value, and how many rows were left out. */
export interface CompleteRows {
  columns: Float64Array[];
  missing: number;
}

/** Keeps the rows that have a number in every column. Rows past the end of the shortest column are missing. */
export function completeRows(columns: readonly NumericInput[]): CompleteRows {
  const rows = columns.reduce((most, column) => Math.max(most, column.length), 0);
  const kept: number[] = [];
  for (let i = 0; i < rows; i++) {
    if (columns.every((column) => !Number.isNaN(column[i] ?? NaN))) {
      kept.push(i);
    }
  }
  return {
    columns: columns.map((column) => Float64Array.from(kept, (i) => column[i] ?? NaN)),
    missing: rows - kept.length,
  };
}
