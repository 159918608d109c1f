import type { Bars } from '../../../report/distribution.ts';

/** Counts of one side over the cells of a picture, with what lies beside them. */
export interface CountedBars {
  /** Rows with a value. */
  n: number;
  counts: ArrayLike<number>;
  missing: number;
  below?: number;
  above?: number;
}

/** Shares and densities of counts. A side without a value has shares of 0. */
export function barsOf({ n, counts, missing, below = 0, above = 0 }: CountedBars, edges: readonly number[]): Bars {
  const shareOf = (count: number) => (n > 0 ? count / n : 0);
  const shares = Array.from(counts, shareOf);
  const all = n + missing;
  return {
    n,
    counts: Array.from(counts),
    shares,
    densities: edges.length > 0 ? shares.map((share, i) => share / ((edges[i + 1] ?? NaN) - (edges[i] ?? NaN))) : [],
    missing,
    missingShare: all > 0 ? missing / all : 0,
    beyond: [shareOf(below), shareOf(above)],
  };
}

/** Current share − reference share of each cell; 0 throughout where a side has no rows: there is nothing to compare. */
export function differenceOf(reference: Bars, current: Bars): number[] {
  return reference.n > 0 && current.n > 0
    ? current.shares.map((share, i) => share - (reference.shares[i] ?? 0))
    : current.shares.map(() => 0);
}
