import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { sortedValues } from './numeric-values.ts';
import type { Sample } from './sample.ts';
import type { SortedSample } from './sorted-sample.ts';

/** Two samples of numbers in ascending order. */
export interface SortedPair {
  reference: SortedSample;
  current: SortedSample;
}

/** Sorts both sides; an error where one is empty or not numeric. */
export function sortedPair(reference: Sample, current: Sample): SortedPair | DriftError {
  const p = sortedValues(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = sortedValues(current, 'current');
  return isDriftError(q) ? q : { reference: p, current: q };
}
