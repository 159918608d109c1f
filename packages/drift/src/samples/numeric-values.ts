import { noData, notNumeric, isDriftError, weightsNotDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';
import { sortedSample } from './sorted-sample.ts';
import type { SortedSample } from './sorted-sample.ts';

/** The numbers of a sample without its missing values, in the order given. Read-only: may share the caller's memory. */
export interface NumericValues {
  values: Float64Array;
  missing: number;
}

function hasNaN(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) {
      return true;
    }
  }
  return false;
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
    return sample.sorted.length > 0 ? { values: sample.sorted, missing: sample.missing } : noData(side);
  }
  if (sample instanceof Float64Array && !hasNaN(sample)) {
    return sample.length > 0 ? { values: sample, missing: 0 } : noData(side);
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
  return n > 0 ? { values: kept.subarray(0, n), missing: sample.length - n } : noData(side);
}

/** The numbers of one side in ascending order, at least one; sorted here only where they are not sorted yet. */
export function sortedValues(sample: Sample, side: Side): SortedSample | DriftError {
  if (!isBinned(sample) && !isCategoryCounts(sample) && isSorted(sample)) {
    return sample.sorted.length > 0 ? sample : noData(side);
  }
  const numeric = numericValues(sample, side);
  return isDriftError(numeric) ? numeric : { ...sortedSample(numeric.values), missing: numeric.missing };
}
