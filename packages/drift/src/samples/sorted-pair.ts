import type { DriftError } from '../types.ts';
import { bothSides } from './both-sides.ts';
import type { BothSides } from './both-sides.ts';
import { sortedValues } from './numeric-values.ts';
import type { Sample } from './sample.ts';
import type { SortedSample } from './sorted-sample.ts';

/** Two samples of numbers in ascending order. */
export type SortedPair = BothSides<SortedSample>;

/** Sorts both sides; an error where one is empty or not numeric. */
export function sortedPair(reference: Sample, current: Sample): SortedPair | DriftError {
  return bothSides(reference, current, sortedValues);
}
