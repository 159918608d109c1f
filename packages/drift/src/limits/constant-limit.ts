import { notDefined } from '../errors.ts';
import type { DriftError, Limit } from '../types.ts';

/**
 * A limit that was decided on, with the words for who or what decided.
 * `not defined` where the value is not finite.
 */
export function constantLimit(value: number, origin = 'given by hand'): Limit | DriftError {
  return Number.isFinite(value) ? { value, origin } : notDefined(`A limit of ${value} is none: give a finite number.`);
}
