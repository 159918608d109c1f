import { isDriftError, noData, notNumeric } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError, WeightedSample } from '../types.ts';
import { numericValues } from './numeric-values.ts';
import type { NumericValues } from './numeric-values.ts';
import { isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';
import { noWeight, weightedRows } from './weighted-rows.ts';
import type { WeightedRows } from './weighted-rows.ts';

/** Weighted rows that are numbers. */
export interface WeightedNumbers extends Omit<WeightedRows, 'values'> {
  values: Float64Array;
}

/** The weighted rows of one side as numbers, there may be none; text is an error. */
export function weightedNumbers(sample: WeightedSample, side: Side): WeightedNumbers | DriftError {
  const rows = weightedRows(sample, side);
  if (isDriftError(rows)) {
    return rows;
  }
  const values = new Float64Array(rows.values.length);
  for (const [i, value] of rows.values.entries()) {
    if (typeof value === 'string') {
      return notNumeric(side);
    }
    values[i] = value;
  }
  return { ...rows, values };
}

/** Numbers, each with a weight where the sample has weights. */
export interface WeighableValues extends Omit<NumericValues, 'range'> {
  weights?: Float64Array;
}

/** Numbers of one side with a weight above 0 in all, at least one; or why there are none. */
export function weighableValues(sample: Sample, side: Side): WeighableValues | DriftError {
  if (!isWeighted(sample)) {
    return numericValues(sample, side);
  }
  const numbers = weightedNumbers(sample, side);
  if (isDriftError(numbers)) {
    return numbers;
  }
  if (numbers.values.length === 0) {
    return noData(side);
  }
  return numbers.weights.some((weight) => weight > 0) ? numbers : noWeight(side);
}
