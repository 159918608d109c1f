import type { DriftError } from '../types.ts';
import { bothSides } from './both-sides.ts';
import type { BothSides } from './both-sides.ts';
import { numericValues } from './numeric-values.ts';
import type { NumericValues } from './numeric-values.ts';
import type { Sample } from './sample.ts';

/** Fewer rows than this are sorted: buckets would cost more. */
export const leastUnsorted = 20_000;

/** Two samples of numbers as they came. */
export type UnsortedPair = BothSides<NumericValues>;

/** True for raw rows without weights, not sorted yet, and so many that a way without a sort is faster. */
export function isLongAndUnsorted(sample: Sample): boolean {
  return 'length' in sample && sample.length >= leastUnsorted;
}

/** The numbers of both sides; an error where one is empty or not numeric. */
export function unsortedPair(reference: Sample, current: Sample): UnsortedPair | DriftError {
  return bothSides(reference, current, numericValues);
}
