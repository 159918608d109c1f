import { binaryUnit, inUnit } from './binary-unit.ts';

/** Rows, mean and sample variance (divisor n − 1; NaN for one row) of numbers, in their own units. */
export interface Moments {
  n: number;
  mean: number;
  /** What the mean lost in rounding: the difference of two near means needs it. */
  rest: number;
  variance: number;
}

/** The sums behind mean and variance. */
interface Sums {
  provisional: number;
  /** Σ (x − provisional), which only rounding keeps from 0. */
  shift: number;
  squares: number;
}

/** Two passes, with the second correcting the first (Chan, Golub & LeVeque 1983, corrected two-pass). O(n). */
function sumsOf(values: ArrayLike<number>): Sums {
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
  return { provisional, shift, squares };
}

/** Rows, mean and sample variance. O(n). */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  const { provisional, shift, squares } = sumsOf(values);
  const variance = n > 1 ? Math.max(0, (squares - (shift * shift) / n) / (n - 1)) : NaN;
  const mean = provisional + shift / n;
  return { n, mean, rest: provisional - mean + shift / n, variance };
}

function isConstant(values: ArrayLike<number>): boolean {
  let i = 1;
  while (i < values.length && values[i] === values[0]) {
    i += 1;
  }
  return i >= values.length;
}

/** Standard deviation with divisor n, as `numpy.std`, of values of any magnitude; exactly 0 for a constant. O(n). */
export function populationDeviation(values: Float64Array): number {
  if (isConstant(values)) {
    return 0;
  }
  const n = values.length;
  const unit = binaryUnit(values);
  const { shift, squares } = sumsOf(inUnit(values, unit));
  return unit * Math.sqrt(Math.max(0, squares - (shift * shift) / n) / n);
}
