import type { PooledRanks } from './pooled-ranks.ts';

/** A² of two samples, with its mean and limiting variance under no drift, given which rows are tied. */
export interface AndersonDarlingStatistic {
  square: number;
  mean: number;
  /** As the rows of both sides grow: 2 (π²/3 − 3) without ties, more with them. */
  variance: number;
  /** Different values. */
  values: number;
}

/**
 * A² of Scholz & Stephens (1987) for two samples: eq. 7 (`midrank`: half of the tied rows count as below) or eq. 6
 * (`right`: all of them do, and the greatest value says nothing). With l rows tied, M reference and B pooled rows
 * below, N = n + m, one term is l (N M − n B)² / (n m v), v the variance of M under no drift in units of nm / (N²(N − 1)).
 *
 * Under no drift all M are hypergeometric, so the gaps of two values with B₁ < B₂ correlate by B₁ (N − B₂) / √(v₁ v₂).
 * Hence the mean of A², and in the limit (a sum of χ²₁ times eigenvalues of the correlations, weighed by l / N) its
 * variance 2 Σ Σ (l₁/N)(l₂/N) correlation². One walk, O(n + m).
 */
export function andersonDarlingStatistic(ranks: PooledRanks, variant: 'midrank' | 'right'): AndersonDarlingStatistic {
  const { n, m } = ranks;
  const rows = n + m;
  const middle = variant === 'midrank' ? 0.5 : 1;
  let [sum, weights, squares, products, below, values] = [0, 0, 0, 0, 0, 0];
  ranks.walk(({ inReference, inCurrent, referenceBelow, currentBelow }) => {
    values += 1;
    const tied = inReference + inCurrent;
    const i = referenceBelow + middle * inReference;
    const j = currentBelow + middle * inCurrent;
    const scale = variant === 'midrank' ? (i + j) * (rows - i - j) - (rows * tied) / 4 : (i + j) * (n - i + m - j);
    if (!(scale > 0)) {
      return;
    }
    sum += (tied * (m * i - n * j) ** 2) / scale;
    const weight = tied / rows;
    weights += weight;
    squares += weight * weight;
    products += ((weight * (rows - i - j) ** 2) / scale) * below;
    below += (weight * (i + j) ** 2) / scale;
  });
  const factor = variant === 'midrank' ? 1 - 1 / rows : 1;
  return {
    square: (factor * sum) / n / m,
    mean: variant === 'midrank' ? 1 : weights / (1 - 1 / rows),
    variance: 2 * (squares + 2 * products),
    values,
  };
}
