/** Rows, mean and sample variance (divisor n − 1; NaN for one row) of numbers, in their own units. */
export interface Moments {
  n: number;
  mean: number;
  /** What the mean lost in rounding: the difference of two near means needs it. */
  rest: number;
  variance: number;
}

/** Two passes, with the second correcting the first (Chan, Golub & LeVeque 1983, corrected two-pass). O(n). */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i] ?? NaN;
  }
  const provisional = sum / n;
  let shift = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = (values[i] ?? NaN) - provisional;
    shift += deviation;
    squares += deviation * deviation;
  }
  const variance = n > 1 ? Math.max(0, (squares - (shift * shift) / n) / (n - 1)) : NaN;
  const mean = provisional + shift / n;
  return { n, mean, rest: provisional - mean + shift / n, variance };
}
