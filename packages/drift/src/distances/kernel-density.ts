import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { moments } from '../samples/moments.ts';

/** An addend this much smaller than the kernel's greatest is left out: far below the rounding of the sum. */
const negligible = 1e-30;

/** Points of equal distance: `low`, `low + step`, … */
export interface Grid {
  low: number;
  step: number;
  points: number;
}

/** Adds one kernel, walking from the nearest point in one direction; each addend from the one before. */
function addTail(
  density: Float64Array,
  [from, direction]: readonly [number, 1 | -1],
  term: number,
  ratio: Ratio
): void {
  const least = term * negligible;
  let addend = term;
  let factor = ratio.first;
  for (let i = from + direction; i >= 0 && i < density.length; i += direction) {
    addend *= factor;
    if (!(addend > least)) {
      return;
    }
    density[i] = (density[i] ?? 0) + addend;
    factor *= ratio.change;
  }
}

/** exp(−(z + kd)²) over its predecessor is `first` for k = 1, and `change` times the last for each further k. */
interface Ratio {
  first: number;
  change: number;
}

/**
 * Gaussian kernel density of one sample at the points of a grid, up to a constant factor.
 * Bandwidth by Scott's rule, n^(−1/5) · standard deviation (divisor n − 1), as `scipy.stats.gaussian_kde`.
 *
 * exp(−(z + d)²) = exp(−z²) · exp(−2zd − d²): three exponentials a row, then two products a point, instead of an
 * exponential for every row and point. Agrees with the plain sum to about 1e-12.
 */
export function kernelDensity(values: Float64Array, { low, step, points }: Grid): Float64Array {
  const unit = binaryUnit(values);
  const { n, variance } = moments(inUnit(values, unit));
  const scale = 1 / (unit * Math.sqrt(2 * variance * n ** -0.4));
  const density = new Float64Array(points);
  const d = step * scale;
  const change = Math.exp(-2 * d * d);
  for (const value of values) {
    // Counted from the grid's end, so that values far from 0 keep their digits.
    const place = value - low;
    const nearest = Math.min(points - 1, Math.max(0, Math.round(place / step)));
    const z = (nearest * step - place) * scale;
    const term = Math.exp(-z * z);
    density[nearest] = (density[nearest] ?? 0) + term;
    addTail(density, [nearest, 1], term, { first: Math.exp(-2 * z * d - d * d), change });
    addTail(density, [nearest, -1], term, { first: Math.exp(2 * z * d - d * d), change });
  }
  return density;
}
