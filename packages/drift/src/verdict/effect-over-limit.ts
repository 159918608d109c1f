import type { Direction } from '../types.ts';

/** p-values below this count as this: a logarithm needs a number, JSON a finite one. */
const leastP = 1e-300;

/** ln p / ln alpha: 1 at p = alpha, above 1 where p is smaller, at most 690.8 / −ln alpha. */
export function significanceOverAlpha(p: number, alpha: number): number {
  return Math.log(Math.min(1, Math.max(p, leastP))) / Math.log(alpha);
}

/** True where the value lies beyond its limit in the direction that speaks of drift. On the limit is not past it. */
export function isPastLimit(value: number, direction: Direction, limit: number): boolean {
  switch (direction) {
    case 'high':
      return value > limit;
    case 'low':
      return value < limit;
    case 'two-sided':
      return Math.abs(value) > limit;
  }
}

/**
 * How far a value is on the way to its limit: above 1 exactly where it is past it.
 * `high`: value / limit. `two-sided`: |value| / limit. `low` with a limit between 0 and 1 (p-values): ln value / ln limit;
 * `low` otherwise: limit / value. Undefined where no ratio says it (a limit that is not above 0, a value with another sign).
 */
export function effectOverLimit(value: number, direction: Direction, limit: number): number | undefined {
  if (!(limit > 0) || Number.isNaN(value)) {
    return undefined;
  }
  if (direction !== 'low') {
    return (direction === 'two-sided' ? Math.abs(value) : value) / limit;
  }
  if (limit < 1) {
    return significanceOverAlpha(value, limit);
  }
  return value > 0 ? limit / value : undefined;
}
