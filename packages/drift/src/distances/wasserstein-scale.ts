import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';

/**
 * What the distance is divided by.
 * - `none`: nothing; it is in the feature's unit (scipy, NannyML)
 * - `reference-sd`: the standard deviation of the reference, divisor n (evidently)
 * - `range`: the range of both samples together, after trimming (deepchecks)
 */
export type WassersteinScale = 'none' | 'reference-sd' | 'range';

/** The scale in words. */
export const scaleInWords: Record<WassersteinScale, string> = {
  none: 'raw',
  'reference-sd': 'in standard deviations of the reference',
  range: 'in shares of the range',
};

/** The reference is constant and the scale asks for its spread. */
export function noScale(scale: WassersteinScale): DriftError {
  return notDefined(`The reference is constant, so there is no ${scale} to divide by: use scale "none".`);
}
