import { isDriftError } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError } from '../types.ts';
import type { Sample } from './sample.ts';

/** What is had from each of two samples. */
export interface BothSides<T> {
  reference: T;
  current: T;
}

/** Takes the same from both samples; the first reason why it is not to be had, if so. */
export function bothSides<T extends object>(
  reference: Sample,
  current: Sample,
  take: (sample: Sample, side: Side) => T | DriftError
): BothSides<T> | DriftError {
  const p = take(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = take(current, 'current');
  return isDriftError(q) ? q : { reference: p, current: q };
}
