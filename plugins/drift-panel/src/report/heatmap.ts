import { LEVELS, type Level } from './level.ts';

/**
 * Features × chunks, columnar: 1,000 × 500 cells are half a million. A cell is `row × chunks + chunk`; `row` is
 * `FeatureReport.row`.
 */
export interface Heatmap {
  /** What a column is: "Last 7 days, chunks of 6 h" or "…, median of each 6 h". */
  title: string;
  /** Bounds of the chunks, epoch ms, ascending, end excluded. */
  from: Float64Array;
  to: Float64Array;
  /** Effect ÷ limit: above 1 is over. NaN where not judged; may be Infinity. */
  effect: Float32Array;
  /** Index into `LEVELS`. */
  level: Uint8Array;
  /** The number itself, its limit, and the rows of the chunk; NaN where unknown. */
  value: Float64Array;
  limit: Float64Array;
  nCurrent: Float64Array;
}

export function cellOf(heatmap: Heatmap, row: number, chunk: number): number {
  return row * heatmap.from.length + chunk;
}

export function levelAt(heatmap: Heatmap, cell: number): Level {
  return LEVELS[heatmap.level[cell] ?? 0] ?? 'no data';
}
