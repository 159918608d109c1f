import { isDriftError } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { totalOf } from './aligned-bins.ts';
import { populationDeviation } from './moments.ts';
import { sortedValues } from './numeric-values.ts';
import { isWeighted } from './sample.ts';
import { binaryUnit, inUnit } from './binary-unit.ts';
import type { Sample } from './sample.ts';
import { weighableValues } from './weighted-numbers.ts';

/** The empirical distribution of one side: at `at[i]` it steps up to `share(i + 1)`. */
export interface StepCurve {
  /** Ascending values. */
  at: Float64Array;
  /** Share of the mass in the first i values, 0 … 1. */
  share: (i: number) => number;
  /** Rows with a value. */
  n: number;
  missing: number;
  /** The weight of each value, where rows do not count alike. */
  weights?: Float64Array;
}

/** A curve of ascending values that all count alike. */
export function plainCurve(sorted: Float64Array, missing = 0): StepCurve {
  const n = sorted.length;
  return { at: sorted, share: (i) => i / n, n, missing };
}

/** A curve of values with weights, in any order; their sum is above 0. Values without weight have no step. */
export function weightedCurve(values: ArrayLike<number>, weights: ArrayLike<number>, missing = 0): StepCurve {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => (weights[i] ?? 0) > 0)
    .sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN));
  const at = Float64Array.from(order, (i) => values[i] ?? NaN);
  const own = Float64Array.from(order, (i) => weights[i] ?? NaN);
  const cumulated = new Float64Array(own.length + 1);
  own.forEach((weight, i) => {
    cumulated[i + 1] = (cumulated[i] ?? 0) + weight;
  });
  const total = cumulated[own.length] ?? NaN;
  return { at, share: (i) => (cumulated[i] ?? NaN) / total, n: values.length, missing, weights: own };
}

/** The empirical distribution of the numbers of one side, weighted or not; or why there is none. */
export function stepCurve(sample: Sample, side: Side): StepCurve | DriftError {
  if (!isWeighted(sample)) {
    const sorted = sortedValues(sample, side);
    return isDriftError(sorted) ? sorted : plainCurve(sorted.sorted, sorted.missing);
  }
  const numbers = weighableValues(sample, side);
  return isDriftError(numbers)
    ? numbers
    : weightedCurve(numbers.values, numbers.weights ?? new Float64Array(), numbers.missing);
}

/**
 * Standard deviation with divisor n (the sum of the weights), as `numpy.std`. Two passes, the second correcting the first
 * (Chan, Golub & LeVeque 1983), so that a constant has none.
 */
export function deviationOf({ at: values, weights }: StepCurve): number {
  if (!weights) {
    return populationDeviation(values);
  }
  const unit = binaryUnit(values);
  const at = inUnit(values, unit);
  const total = totalOf(weights);
  const weightOf = (i: number) => weights[i] ?? 0;
  const provisional = at.reduce((sum, x, i) => sum + weightOf(i) * x, 0) / total;
  const shift = at.reduce((sum, x, i) => sum + weightOf(i) * (x - provisional), 0);
  const squares = at.reduce((sum, x, i) => sum + weightOf(i) * (x - provisional) ** 2, 0);
  return at[0] === at[at.length - 1] ? 0 : unit * Math.sqrt(Math.max(0, squares - (shift * shift) / total) / total);
}
