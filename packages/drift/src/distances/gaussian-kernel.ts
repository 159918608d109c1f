import { kthSmallest } from './kth-smallest.ts';

/** Rows as columns of equal length: one column for a feature. */
export type Points = readonly Float64Array[];

/**
 * Values of all pairs of rows i < j, packed: pair (i, j) stands at `offset(i) + j`.
 * 16 MB for 2,000 rows.
 */
export interface PairMatrix {
  rows: number;
  packed: Float64Array;
}

/** Where the pairs (i, ·) begin: add j > i. */
export function offset(i: number, rows: number): number {
  return i * rows - (i * (i + 3)) / 2 - 1;
}

/** Squared Euclidean distances of all pairs of rows. */
export function squaredDistances(points: Points): PairMatrix {
  const rows = points[0]?.length ?? 0;
  const packed = new Float64Array((rows * (rows - 1)) / 2);
  for (const column of points) {
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const x = column[i] ?? NaN;
      for (let j = i + 1; j < rows; j++) {
        const difference = x - (column[j] ?? NaN);
        packed[at] = (packed[at] ?? NaN) + difference * difference;
        at += 1;
      }
    }
  }
  return { rows, packed };
}

/** The squared distances among the first rows alone. */
function amongFirst({ rows, packed }: PairMatrix, first: number): Float64Array {
  const kept = new Float64Array((first * (first - 1)) / 2);
  let at = 0;
  for (let i = 0; i < first; i++) {
    const from = offset(i, rows) + i + 1;
    kept.set(packed.subarray(from, from + first - i - 1), at);
    at += first - i - 1;
  }
  return kept;
}

/**
 * The median heuristic: σ² is half the (lower) median of the squared distances of pairs of the first rows
 * (Gretton et al. 2012, section 8; as alibi-detect's `sigma_median`). Where that is 0, half their mean.
 */
export function medianBandwidth(distances: PairMatrix, first: number): number {
  const squares = amongFirst(distances, first);
  const mean = squares.reduce((sum, square) => sum + square / squares.length, 0);
  const median = kthSmallest(squares, Math.ceil(squares.length / 2) - 1);
  return Math.sqrt((median > 0 ? median : mean) / 2);
}

/** exp(−d² / 2σ²) in the place of each squared distance d². */
export function gaussianKernel({ rows, packed }: PairMatrix, sigma: number): PairMatrix {
  const gamma = 1 / (2 * sigma * sigma);
  return { rows, packed: packed.map((square) => Math.exp(-gamma * square)) };
}
