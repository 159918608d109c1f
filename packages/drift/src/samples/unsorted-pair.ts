import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { numericValues } from './numeric-values.ts';
import type { NumericValues } from './numeric-values.ts';
import type { Sample } from './sample.ts';

/** Fewer rows than this are sorted: buckets would cost more. */
export const leastUnsorted = 20_000;

/** Two samples of numbers as they came. */
export interface UnsortedPair {
  reference: NumericValues;
  current: NumericValues;
}

/** True for raw rows without weights, not sorted yet, and so many that a way without a sort is faster. */
export function isLongAndUnsorted(sample: Sample): boolean {
  return 'length' in sample && sample.length >= leastUnsorted;
}

/** The numbers of both sides; an error where one is empty or not numeric. */
export function unsortedPair(reference: Sample, current: Sample): UnsortedPair | DriftError {
  const p = numericValues(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = numericValues(current, 'current');
  return isDriftError(q) ? q : { reference: p, current: q };
}
