import { solveDecreasing } from '../special-functions/find-root.ts';
import type { DriftError } from '../types.ts';
import { leastCommonMultiple } from './ks-exact.ts';
import { ksPValue, resolveKsMethod } from './ks-p-value.ts';
import type { KsMethod } from './ks-p-value.ts';

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

/** Limits found so far. Chunks of a series share their sizes, and an exact limit takes several exact p-values. */
const found = new Map<string, number | DriftError>();
const maxFound = 500;

/**
 * The D above which p < alpha, for n reference and m current rows: D > limit exactly where `ksPValue` < alpha.
 *
 * D of two samples takes only the values h / lcm(n, m). Where the exact p is used, the limit lies half-way between the
 * largest D with p ≥ alpha and the next attainable one, so that a D rounded elsewhere gives the same verdict.
 * `too few rows` where even D = 1 is no evidence.
 */
export function ksCritical(alpha: number, n: number, m: number, method: KsMethod = 'auto'): number | DriftError {
  const key = [alpha, n, m, method].join();
  const known = found.get(key);
  if (known !== undefined) {
    return known;
  }
  const limit = findCritical(alpha, n, m, method);
  if (found.size >= maxFound) {
    found.clear();
  }
  found.set(key, limit);
  return limit;
}

function findCritical(alpha: number, n: number, m: number, method: KsMethod): number | DriftError {
  if (!(n >= 1) || !(m >= 1)) {
    return { error: 'too few rows', message: 'A critical D needs at least one row on both sides: give both sizes.' };
  }
  const rows = [Math.round(n), Math.round(m)] as const;
  const tail = (d: number) => ksPValue(d, ...rows, method);
  const least = tail(1);
  if (least >= alpha) {
    return {
      error: 'too few rows',
      message: `Even D = 1 has p = ${least.toPrecision(2)} with ${rows[0]} reference and ${rows[1]} current rows: more rows are needed for a verdict at ${alpha}.`,
    };
  }
  if (resolveKsMethod(method, ...rows) !== 'exact') {
    return solveDecreasing(tail, alpha, [0, 1]);
  }
  const lcm = leastCommonMultiple(...rows);
  const guess = Math.round(lcm * Math.sqrt((-Math.log(alpha / 2) / 2) * ((rows[0] + rows[1]) / (rows[0] * rows[1]))));
  return (largestAbove((h) => tail(h / lcm), alpha, [guess, lcm]) + 0.5) / lcm;
}
