import type { DriftError } from '../types.ts';
import { continuousCritical, evidenceNeeded, exactCritical } from './ks-critical-law.ts';
import { ksPValue, resolveKsMethod } from './ks-p-value.ts';
import type { KsMethod } from './ks-p-value.ts';

/** Limits found so far. Chunks of a series share their sizes, and an exact limit takes several exact p-values. */
const found = new Map<string, number | DriftError>();
const maxFound = 500;

/**
 * The D above which p < alpha, for n reference and m current rows: D > limit exactly where `ksPValue` < alpha.
 * `too few rows` where even D = 1 is no evidence.
 */
export function ksCritical(alpha: number, n: number, m: number, method: KsMethod = 'auto'): number | DriftError {
  const key = [alpha, n, m, method].join();
  const known = found.get(key);
  if (known !== undefined) {
    return known;
  }
  const limit = findCritical(alpha, [Math.round(n), Math.round(m)], method);
  if (found.size >= maxFound) {
    found.clear();
  }
  found.set(key, limit);
  return limit;
}

function findCritical(alpha: number, rows: readonly [number, number], method: KsMethod): number | DriftError {
  const tail = (d: number) => ksPValue(d, ...rows, method);
  const lacking = evidenceNeeded(tail, alpha, rows);
  if (lacking !== undefined) {
    return lacking;
  }
  return resolveKsMethod(method, ...rows) === 'exact'
    ? exactCritical(tail, alpha, rows)
    : continuousCritical(tail, alpha);
}
