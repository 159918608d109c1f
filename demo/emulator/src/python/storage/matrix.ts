/** Rows on their way into storage. */
export interface Matrix {
  /** Extents after the row count: [] for one column, [k] for k columns; more dimensions give no readable column. */
  tail: readonly number[];
  rows: number;
  /** One name a column, as the service derives them from the tensors. */
  names: string[];
  /** Data types as `/info` shows them after a restart, one a column. */
  types: string[];
  /** Row by row, flat: `rows` times the product of `tail` cells. */
  cells: unknown[];
}

/** Cells in a row. */
export function rowWidth(matrix: Pick<Matrix, 'tail'>): number {
  return matrix.tail.reduce((product, extent) => product * extent, 1);
}
