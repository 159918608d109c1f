import { noData, notNumeric, isDriftError, weightsNotDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { rangeOf } from './finite.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';
import { sortNumbers } from './sort-numbers.ts';
import type { SortedSample } from './sorted-sample.ts';

/** The numbers of a sample without its missing values, in the order given. Read-only: may share the caller's memory. */
export interface NumericValues {
  values: Float64Array;
  missing: number;
  /** Least and greatest of them; infinite where one is. */
  range: readonly [low: number, high: number];
}

/** Numbers of one side, at least one; or why there are none. Weighted rows are refused. */
export function numericValues(sample: Sample, side: Side): NumericValues | DriftError {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    return notNumeric(side);
  }
  if (isWeighted(sample)) {
    return weightsNotDefined();
  }
  if (isSorted(sample)) {
    const { sorted: values, missing } = sample;
    const [low = NaN, high = NaN] = [values[0], values[values.length - 1]];
    return values.length > 0 ? { values, missing, range: [low, high] } : noData(side);
  }
  if (sample instanceof Float64Array) {
    const range = rangeOf([sample]);
    if (!Number.isNaN(range[0])) {
      return sample.length > 0 ? { values: sample, missing: 0, range } : noData(side);
    }
  }
  const kept = new Float64Array(sample.length);
  let n = 0;
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i];
    if (typeof value === 'string') {
      return notNumeric(side);
    }
    if (typeof value === 'number' && !Number.isNaN(value)) {
      kept[n] = value;
      n += 1;
    }
  }
  const values = kept.subarray(0, n);
  return n > 0 ? { values, missing: sample.length - n, range: rangeOf([values]) } : noData(side);
}

/** The numbers of one side in ascending order, at least one; sorted here only where they are not sorted yet. */
export function sortedValues(sample: Sample, side: Side): SortedSample | DriftError {
  if (!isBinned(sample) && !isCategoryCounts(sample) && isSorted(sample)) {
    return sample.sorted.length > 0 ? sample : noData(side);
  }
  const numeric = numericValues(sample, side);
  return isDriftError(numeric) ? numeric : { sorted: sortNumbers(numeric.values), missing: numeric.missing };
}
