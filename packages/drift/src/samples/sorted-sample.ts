import { presentNumbers } from './present-numbers.ts';
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

/** Copies and sorts numbers. NaN and null are counted as missing; ±∞ stay, at the ends. O(n log n) at worst. */
export function sortedSample(values: NumericInput): SortedSample {
  const kept = presentNumbers(values);
  return { sorted: sortNumbers(kept), missing: values.length - kept.length };
}
