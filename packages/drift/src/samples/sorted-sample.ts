import type { NumericInput } from './sample.ts';
import { sortNumbers } from './sort-numbers.ts';

/**
 * A numeric sample sorted once, so that many comparisons with it need no further sort.
 * `sorted` is ascending and free of NaN; treat it as read-only.
 */
export interface SortedSample {
  readonly sorted: Float64Array;
  /** Rows without a value, left out of `sorted`. */
  readonly missing: number;
}

/** The numbers that are there. Shares the caller's memory where nothing is missing. */
function withoutMissing(values: NumericInput): Float64Array {
  if (values instanceof Float64Array) {
    let at = 0;
    while (at < values.length && !Number.isNaN(values[at])) {
      at += 1;
    }
    if (at === values.length) {
      return values;
    }
  }
  const kept = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number' && !Number.isNaN(value)) {
      kept[n] = value;
      n += 1;
    }
  }
  return kept.subarray(0, n);
}

/** Copies and sorts numbers. NaN and null are counted as missing; ±∞ stay, at the ends. O(n log n) at worst. */
export function sortedSample(values: NumericInput): SortedSample {
  const kept = withoutMissing(values);
  return { sorted: sortNumbers(kept), missing: values.length - kept.length };
}
