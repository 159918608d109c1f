import type { BinnedCounts, CategoricalSample, CategoryCounts, WeightedSample } from '../types.ts';
import type { SortedSample } from './sorted-sample.ts';

/** Numbers as frames carry them: NaN and null are missing. */
export type NumericInput = ArrayLike<number | null>;

/** Everything `compare` takes on either side. */
export type Sample = NumericInput | CategoricalSample | SortedSample | BinnedCounts | CategoryCounts | WeightedSample;

export function isSorted(sample: Sample): sample is SortedSample {
  return 'sorted' in sample;
}

export function isBinned(sample: Sample): sample is BinnedCounts {
  return 'edges' in sample;
}

export function isCategoryCounts(sample: Sample): sample is CategoryCounts {
  return 'categories' in sample;
}

export function isWeighted(sample: Sample): sample is WeightedSample {
  return 'weights' in sample;
}

function startsWithText(rows: ArrayLike<number | string | null>): boolean {
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (value !== null && value !== undefined) {
      return typeof value === 'string';
    }
  }
  return false;
}

/** Rows of text, each with a weight or not. */
export type CategoricalRows = CategoricalSample | (WeightedSample & { values: CategoricalSample });

/** True for rows, weighted or not, of which the first value that is there is text. */
export function isCategorical(sample: Sample): sample is CategoricalRows {
  if (isSorted(sample) || isBinned(sample) || isCategoryCounts(sample)) {
    return false;
  }
  return startsWithText(isWeighted(sample) ? sample.values : sample);
}
