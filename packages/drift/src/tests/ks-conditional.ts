import type { PooledRanks } from './pooled-ranks.ts';

/** Beyond so many pairs of rows (10,000 a side) the exact p given the ties takes seconds. */
export const maxConditionalPairs = 1e8;

/** ends[k] is 1 where the k least pooled rows end with a whole group of tied rows. */
function groupEnds({ n, m, walk }: PooledRanks): Uint8Array {
  const ends = new Uint8Array(n + m + 1);
  walk(({ inReference, inCurrent, referenceBelow, currentBelow }) => {
    ends[referenceBelow + currentBelow + inReference + inCurrent] = 1;
  });
  return ends;
}

/**
 * Exact P(D ≥ d) of the two-sided two-sample KS statistic given the ties of the pooled rows, d = gap / (nm)
 * (Schröer & Trenkler 1995; R's `ks.test(exact = TRUE)`).
 *
 * Under no drift every choice of the reference's rows from the pooled ones is equally likely. A path of i reference and
 * j current rows counts as past the gap only where a group of tied rows ends, since F and G are not defined between.
 * With A(i, j) the share of paths to (i, j) that have been past it: A = 1 where a group ends and |i m − j n| ≥ gap,
 * else A(i, j) = (i A(i − 1, j) + j A(i, j − 1)) / (i + j). All terms are positive: small p keep their digits. O(n m).
 */
export function ksConditionalPValue(gap: number, ranks: PooledRanks): number {
  if (gap <= 0) {
    return 1;
  }
  const { n, m } = ranks;
  const ends = groupEnds(ranks);
  const inverse = Float64Array.from({ length: n + m + 1 }, (_, rows) => 1 / rows);
  const past = new Float64Array(m + 1);
  for (let i = 0; i <= n; i++) {
    let left = 0;
    for (let j = 0; j <= m; j++) {
      const rows = i + j;
      if (ends[rows] === 1 && Math.abs(i * m - j * n) >= gap) {
        left = 1;
      } else if (rows > 0) {
        left = (i * (past[j] ?? 0) + j * left) * (inverse[rows] ?? 0);
      }
      past[j] = left;
    }
  }
  return past[m] ?? NaN;
}
