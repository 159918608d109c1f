import { notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError, WeightedSample } from '../types.ts';
import { isMissing } from './count-rows.ts';

/** The rows of a weighted sample that have a value and a weight, in the order given. */
export interface WeightedRows {
  values: (number | string)[];
  weights: Float64Array;
  /** Rows without a value or without a weight. */
  missing: number;
  /** The weight of the rows that have no value. */
  missingWeight: number;
}

/** Why the weights cannot be used, if so. */
function weightsProblem({ values, weights }: WeightedSample, side: Side): DriftError | undefined {
  if (values.length !== weights.length) {
    return notDefined(
      `The ${side} sample has ${values.length} values and ${weights.length} weights: give one weight a value.`
    );
  }
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? NaN;
    total += Number.isNaN(weight) ? 0 : weight;
    if (weight < 0 || weight === Infinity) {
      return notDefined(
        `The ${side} sample has the weight ${weight} in row ${i + 1}: weights must be 0 or more and finite.`
      );
    }
  }
  return total < Infinity
    ? undefined
    : notDefined(`The weights of the ${side} sample add up to more than a number can be: scale them down.`);
}

/** Parts the rows with a value and a weight from the missing ones. A negative or infinite weight is an error. */
export function weightedRows(sample: WeightedSample, side: Side): WeightedRows | DriftError {
  const problem = weightsProblem(sample, side);
  if (problem) {
    return problem;
  }
  const values: (number | string)[] = [];
  const weights: number[] = [];
  let missingWeight = 0;
  for (let i = 0; i < sample.values.length; i++) {
    const value = sample.values[i];
    const weight = sample.weights[i] ?? NaN;
    if (Number.isNaN(weight)) {
      continue;
    }
    if (isMissing(value)) {
      missingWeight += weight;
    } else {
      values.push(value);
      weights.push(weight);
    }
  }
  return {
    values,
    weights: Float64Array.from(weights),
    missing: sample.values.length - values.length,
    missingWeight,
  };
}

/** Rows there are, but none with a weight above 0. */
export function noWeight(side: Side): DriftError {
  return notDefined(`All weights of the ${side} sample are 0: give at least one row a weight.`);
}
