import { formatShare } from '../verdict/format.ts';
import type { Limit } from '../types.ts';

/** What chance may do without being noticed: the upper tail of three standard errors. */
export const chanceLevel = 0.00135;

/** Rows of one kind among all rows of a side. */
export interface Part {
  count: number;
  of: number;
}

/**
 * The greatest share that the current rows may have: the reference's plus `errors` standard errors of the difference of
 * two proportions, √(p (1 − p) (1/n + 1/m)), p the share of both sides together.
 */
export function shareLimit(reference: Part, current: Part, errors: number): Limit {
  const own = reference.count / reference.of;
  const pooled = (reference.count + current.count) / (reference.of + current.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reference.of + 1 / current.of));
  return {
    value: error === 0 ? own : Math.min(1, own + errors * error),
    origin: `the reference's ${formatShare(own, 1)} plus ${errors} standard errors`,
  };
}
