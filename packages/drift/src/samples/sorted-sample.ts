import type { NumericInput } from './sample.ts';

/**
 * A numeric sample sorted once, so that many comparisons with it need no further sort.
 * `sorted` is ascending and free of NaN; treat it as read-only.
 */
export interface SortedSample {
  readonly sorted: Float64Array;
  /** Rows without a value, left out of `sorted`. */
  readonly missing: number;
}

/** Copies and sorts numbers. NaN and null are counted as missing; ±Infinity stays, at its end. O(n log n). */
export function sortedSample(values: NumericInput): SortedSample {
  const copy = values instanceof Float64Array ? values.slice() : Float64Array.from(values, (value) => value ?? NaN);
  // A typed array sorts NaN to the end.
  copy.sort();
  let end = copy.length;
  while (end > 0 && Number.isNaN(copy[end - 1])) {
    end -= 1;
  }
  return { sorted: copy.subarray(0, end), missing: copy.length - end };
}
