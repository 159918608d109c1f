/** What a key means in the grid. */
export type GridMove =
  | { kind: 'row'; to: number }
  | { kind: 'chunk'; to: number }
  /** Enter or space: opens the cell under the keyboard's cursor, else the feature. */
  | { kind: 'open' };

export interface GridPlace {
  /** The row that has the focus. */
  row: number;
  rows: number;
  /** The cell under the keyboard's cursor, else the chosen one. */
  chunk: number | undefined;
  /** 0: no heatmap. */
  chunks: number;
  /** Rows that Page up and Page down go by. */
  page: number;
}

const clamp = (value: number, length: number) => Math.max(0, Math.min(length - 1, value));

/** Key → what to do; undefined: not ours. Up and down choose features, left and right move through the chunks. */
export function gridMove(key: string, { row, rows, chunk, chunks, page }: GridPlace): GridMove | undefined {
  const toRow = (to: number): GridMove | undefined => (rows > 0 ? { kind: 'row', to: clamp(to, rows) } : undefined);
  const toChunk = (to: number): GridMove | undefined =>
    chunks > 0 ? { kind: 'chunk', to: clamp(to, chunks) } : undefined;
  switch (key) {
    case 'ArrowDown':
      return toRow(row + 1);
    case 'ArrowUp':
      return toRow(row - 1);
    case 'PageDown':
      return toRow(row + page);
    case 'PageUp':
      return toRow(row - page);
    case 'Home':
      return toRow(0);
    case 'End':
      return toRow(rows - 1);
    case 'ArrowRight':
      return toChunk(chunk === undefined ? 0 : chunk + 1);
    case 'ArrowLeft':
      return toChunk(chunk === undefined ? chunks - 1 : chunk - 1);
    case 'Enter':
    case ' ':
      return { kind: 'open' };
    default:
      return undefined;
  }
}
