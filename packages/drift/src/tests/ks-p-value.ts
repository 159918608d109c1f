import { kolmogorovUpperTail } from '../special-functions/kolmogorov.ts';
import { oneSampleKsUpperTail } from '../special-functions/one-sample-ks.ts';
import { roundHalfEven } from '../special-functions/round-half-even.ts';
import { exactTail, stephensTail } from './ks-critical-law.ts';
import { leastCommonMultiple } from './ks-exact.ts';

/**
 * Which p-value a two-sample KS test gives.
 * - `auto`: exact up to 10,000 rows on the larger side, else asymptotic (scipy's rule)
 * - `exact`: all orders of the pooled rows counted; beyond 2³¹ attainable D asymptotic (scipy's rule)
 * - `asymptotic`: the one-sample law at round(nm / (n + m)) rows: what scipy calls "asymp"
 * - `limit`: Kolmogorov's limit distribution at √(nm / (n + m)) D
 * - `stephens`: the same at (√nₑ + 0.12 + 0.11/√nₑ) D (Stephens 1970)
 */
export type KsMethod = 'auto' | 'exact' | 'asymptotic' | 'limit' | 'stephens';

const maxExactRows = 10_000;

/** The method that answers for these sizes: never `auto`. */
export function resolveKsMethod(method: KsMethod, n: number, m: number): Exclude<KsMethod, 'auto'> {
  if (method === 'auto') {
    return Math.max(n, m) <= maxExactRows ? 'exact' : 'asymptotic';
  }
  if (method === 'asymptotic') {
    // One row a side has an effective size of half a row, which has no law.
    return n * m > 1 ? 'asymptotic' : 'exact';
  }
  return method === 'exact' && leastCommonMultiple(n, m) >= 2 ** 31 - 1 ? 'asymptotic' : method;
}

/**
 * Two-sided P(D ≥ d) under no drift, for n reference and m current rows (whole numbers; others are rounded).
 * NaN where d, n or m is none.
 */
export function ksPValue(d: number, n: number, m: number, method: KsMethod = 'auto'): number {
  const rows = [Math.round(n), Math.round(m)] as const;
  if (Number.isNaN(d) || !(rows[0] >= 1) || !(rows[1] >= 1)) {
    return NaN;
  }
  const effective = (rows[0] * rows[1]) / (rows[0] + rows[1]);
  switch (resolveKsMethod(method, ...rows)) {
    case 'exact':
      return exactTail(rows)(d);
    case 'asymptotic':
      return oneSampleKsUpperTail(d, roundHalfEven(effective));
    case 'limit':
      return kolmogorovUpperTail(Math.sqrt(effective) * d);
    case 'stephens':
      return stephensTail(rows)(d);
  }
}
