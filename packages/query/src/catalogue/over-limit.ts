import { isOverLimit } from './limits.ts';
import type { Meaning } from './meaning.ts';

/** The smallest number above 1: a value on a limit that counts as drift (a p-value equal to its level). */
const JUST_OVER = 1 + Number.EPSILON;

function ratio({ direction, centre }: Meaning, value: number, limit: number): number {
  switch (direction) {
    case 'low':
      return value > 0 ? limit / value : Infinity;
    case 'high':
      return value / limit;
    case 'two-sided':
      return Math.abs(value - (centre ?? 0)) / limit;
  }
}

/**
 * A number in units of its limit, one scale for all metrics: above 1 exactly where `isOverLimit` says drift.
 *
 * High means drift: value / limit. Two-sided: |value − centre| / limit. Low means drift (p-values): limit / value, so that
 * p = 0 gives +Infinity. Against a limit that is not above 0 there is no ratio: Infinity where it is over, else 0.
 * @param limit finite
 * @returns NaN for NaN
 */
export function overLimit(meaning: Meaning, value: number, limit: number): number {
  if (Number.isNaN(value)) {
    return NaN;
  }
  const over = isOverLimit(meaning, value, limit);
  if (!(limit > 0)) {
    return over ? Infinity : 0;
  }
  const units = ratio(meaning, value, limit);
  // Rounding must not change the verdict.
  return over ? Math.max(units, JUST_OVER) : Math.min(units, 1);
}

/** True where such a number has no limit but one of the user's own: a mean, and MMD² on the scale of the data. */
export function needsOwnLimit({ valueIs, defaultLimit }: Meaning): boolean {
  return defaultLimit === undefined && valueIs !== 'ks_d';
}
