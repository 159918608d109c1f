import type { BinnedCounts, CategoricalSample, CategoryCounts } from '../types.ts';
import type { SortedSample } from './sorted-sample.ts';

/** Numbers as frames carry them: NaN and null are missing. */
export type NumericInput = ArrayLike<number | null>;

/** Everything `compare` takes on either side. */
export type Sample = NumericInput | CategoricalSample | SortedSample | BinnedCounts | CategoryCounts;

export function isSorted(sample: Sample): sample is SortedSample {
  return 'sorted' in sample;
}

export function isBinned(sample: Sample): sample is BinnedCounts {
  return 'edges' in sample;
}

export function isCategoryCounts(sample: Sample): sample is CategoryCounts {
  return 'categories' in sample;
}

/** True for raw rows of which the first value that is there is text. */
export function isCategorical(sample: Sample): sample is CategoricalSample {
  if (isSorted(sample) || isBinned(sample) || isCategoryCounts(sample)) {
    return false;
  }
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i];
    if (value !== null && value !== undefined) {
      return typeof value === 'string';
    }
  }
  return false;
}
