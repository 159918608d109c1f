import { tPValue } from '@soundcheck/drift';

/** What the service keeps of a reference column, under the names it lists. `max`, `min` and `sum` are never filled. */
export interface MeanFit {
  mean: number;
  /** With divisor n. */
  variance: number;
  standardDeviation: number;
  n: number;
  max: number;
  min: number;
  sum: number;
}

/** Mean and population variance of a reference column. Throws a RangeError for fewer than two rows, as no t exists. */
export function fitMeans(column: Float64Array): MeanFit {
  if (column.length < 2) throw new RangeError(`A mean shift needs two reference rows or more, not ${column.length}.`);
  const { mean, variance } = moments(column);
  const standardDeviation = Math.sqrt(variance);
  return { mean, variance, n: column.length, max: 0, min: 0, sum: 0, standardDeviation };
}

/**
 * Two-sided p of t = (x̄ − ȳ) / √(σ²ₓ/n + σ²ᵧ/m), population variances, n + m − 2 degrees of freedom.
 * 1 for fewer than two current rows; NaN where both columns are the same constant.
 */
export function meanShiftP(fit: MeanFit, current: Float64Array): number {
  if (current.length < 2) return 1;
  const { mean, variance } = moments(current);
  const t = (fit.mean - mean) / Math.sqrt(fit.variance / fit.n + variance / current.length);
  const below = 1 - tPValue(t, fit.n + current.length - 2) / 2;
  // The service subtracts from 1, so that its small p-values come in steps of 2⁻⁵² and end at exactly 0.
  return 2 * (1 - below);
}

function moments(column: Float64Array): { mean: number; variance: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
  return { mean, variance };
}
