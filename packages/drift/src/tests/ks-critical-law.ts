import { solveDecreasing } from '../special-functions/find-root.ts';
import { kolmogorovUpperTail } from '../special-functions/kolmogorov.ts';
import type { DriftError } from '../types.ts';
import { ksExactPValue, leastCommonMultiple } from './ks-exact.ts';

/** Rows of the reference and of the current window, whole numbers. */
type Rows = readonly [n: number, m: number];

/** P(D ≥ d) of one law of D. */
export type KsTail = (d: number) => number;

/** The largest whole h in [0, last] with f(h) ≥ alpha, f decreasing, f(0) ≥ alpha. Looks near `guess` first. */
function largestAbove(f: (h: number) => number, alpha: number, [guess, last]: readonly [number, number]): number {
  let step = Math.max(1, Math.round(guess / 16));
  let low = 0;
  let high = last + 1;
  let probe = Math.min(last, Math.max(1, guess));
  // Widening steps from the guess bracket the answer; wide bands are costly to evaluate, so begin near it.
  while (high - low > 1) {
    if (f(probe) >= alpha) {
      low = probe;
      probe = high > last ? low + step : (low + high) >> 1;
    } else {
      high = probe;
      probe = low === 0 ? high - step : (low + high) >> 1;
    }
    if (probe <= low || probe >= high) {
      probe = Math.floor((low + high) / 2);
    }
    step *= 2;
  }
  return low;
}

/** `too few rows` where even D = 1 is no evidence. */
export function evidenceNeeded(tail: KsTail, alpha: number, rows: Rows): DriftError | undefined {
  if (!(rows[0] >= 1) || !(rows[1] >= 1)) {
    return { error: 'too few rows', message: 'A critical D needs at least one row on both sides: give both sizes.' };
  }
  const least = tail(1);
  if (least < alpha) {
    return undefined;
  }
  return {
    error: 'too few rows',
    message: `Even D = 1 has p = ${least.toPrecision(2)} with ${rows[0]} reference and ${rows[1]} current rows: more rows are needed for a verdict at ${alpha}.`,
  };
}

/** P(D ≥ d) at (√nₑ + 0.12 + 0.11/√nₑ) d, nₑ = nm / (n + m) (Stephens 1970). */
export function stephensTail([n, m]: Rows): KsTail {
  const root = Math.sqrt((n * m) / (n + m));
  return (d) => kolmogorovUpperTail((root + 0.12 + 0.11 / root) * d);
}

/** All orders of the pooled rows counted. */
export function exactTail(rows: Rows): KsTail {
  const lcm = leastCommonMultiple(...rows);
  return (d) => ksExactPValue(Math.round(d * lcm), ...rows);
}

/**
 * The D above which the exact p < alpha. D takes only the values h / lcm(n, m): the limit lies half-way between the
 * largest with p ≥ alpha and the next, so that a D rounded elsewhere gives the same verdict.
 */
export function exactCritical(tail: KsTail, alpha: number, [n, m]: Rows): number {
  const lcm = leastCommonMultiple(n, m);
  const guess = Math.round(lcm * Math.sqrt((-Math.log(alpha / 2) / 2) * ((n + m) / (n * m))));
  return (largestAbove((h) => tail(h / lcm), alpha, [guess, lcm]) + 0.5) / lcm;
}

/** The D at which a continuous law passes alpha. */
export function continuousCritical(tail: KsTail, alpha: number): number {
  return solveDecreasing(tail, alpha, [0, 1]);
}

/**
 * The critical D of `ksCritical` by two of its methods, for where the others would be dead weight.
 * @param method `exact` counts about n·m steps times ten; `stephens` is within 0.3 % of it beyond 5,000 pairs of rows
 */
export function ksCriticalBy(method: 'exact' | 'stephens', alpha: number, [n, m]: Rows): number | DriftError {
  const rows = [Math.round(n), Math.round(m)] as const;
  const tail = method === 'exact' ? exactTail(rows) : stephensTail(rows);
  const lacking = evidenceNeeded(tail, alpha, rows);
  return lacking ?? (method === 'exact' ? exactCritical(tail, alpha, rows) : continuousCritical(tail, alpha));
}
