import { breakTies } from './break-ties.ts';
import { exactTailAbove, limitTail } from './ks-tails.ts';

/** From this n · m on the limit law is taken, and ties are left as they are. */
const largeProduct = 10_000;

/**
 * p of the two-sample Kolmogorov–Smirnov test as the service publishes it. Below 10,000 pairs of rows P(D > d) after
 * ties are broken at random, from there on Kolmogorov's limit. So small samples read too low, two equal constants get
 * about ½ when small, and the value may lie a hair below 0.
 * 1 for fewer than two rows on either side.
 */
export function ksP(reference: Float64Array, current: Float64Array): number {
  const [n, m] = [reference.length, current.length];
  if (n < 2 || m < 2) return 1;
  const [x, y] = [withoutNaN(reference), withoutNaN(current)];
  if (n * m >= largeProduct) return limitTail(greatestGap(x, y) / (n * m), n, m);
  return exactTailAbove(greatestGap(...breakTies(x, y)), n, m);
}

/** NaN counts as the largest value. */
function withoutNaN(column: Float64Array): Float64Array {
  return column.map((value) => (Number.isNaN(value) ? Infinity : value));
}

/** n · m · D, a whole number. Sorts both. */
function greatestGap(reference: Float64Array, current: Float64Array): number {
  const [x, y] = [reference.sort(), current.sort()];
  let [i, j, greatest] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    while (x[i] === value) i++;
    while (y[j] === value) j++;
    greatest = Math.max(greatest, Math.abs(i * y.length - j * x.length));
  }
  return greatest;
}
