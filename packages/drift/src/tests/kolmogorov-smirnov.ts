import { isDriftError } from '../errors.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { binnedKolmogorovSmirnov } from './binned-kolmogorov-smirnov.ts';
import { ksAnswer } from './ks-answer.ts';
import type { KsMethod } from './ks-p-value.ts';
import { mixedSides, pooledRanks } from './pooled-ranks.ts';
import type { Description } from '../description.ts';

export const ksDescription: Description = {
  title: 'Kolmogorov–Smirnov',
  says: 'the greatest gap between the shares of rows at or below a value',
  formula: 'D = max |F − G|',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'binned counts'],
  needs: '1 row a side',
  pValue: 'by `method`',
  growsWithRows: false,
  source: 'scipy.stats.ks_2samp, two-sided; Hodges 1957, Simard & L’Ecuyer 2011',
  options: [
    {
      name: 'method',
      takes: ['auto', 'exact', 'conditional', 'asymptotic', 'limit', 'stephens'],
      default: 'auto',
      says: 'auto: exact to 10,000 rows, else asymptotic (the one-sample law at the effective size, as scipy); conditional: exact given the ties, to 10⁸ pairs of rows; limit: Kolmogorov’s; stephens: the limit with his correction',
    },
    {
      name: 'midP',
      takes: [true, false],
      default: false,
      says: 'counts the D found by half, where p is exact: less cautious with few rows or many ties',
    },
  ],
};

export interface KsOptions {
  /**
   * Which p-value. Default `auto`. `conditional`: exact given the ties of the pooled rows, as R's `ks.test(exact = TRUE)`;
   * answered by `auto` beyond 10⁸ pairs of rows, or where binned counts are not whole.
   */
  method?: KsMethod | 'conditional';
  /** P(D > d) + ½ P(D = d) instead of P(D ≥ d), where p is exact. Default false. */
  midP?: boolean;
}

/** max |i · m − j · n| over all values, i and j the rows at or below it, and the value where it lies. O(n + m). */
function greatestGap(reference: Float64Array, current: Float64Array): { gap: number; location: number } {
  const n = reference.length;
  const m = current.length;
  let i = 0;
  let j = 0;
  let gap = 0;
  let location = NaN;
  while (i < n && j < m) {
    const x = Math.min(reference[i] ?? NaN, current[j] ?? NaN);
    while (i < n && reference[i] === x) {
      i += 1;
    }
    while (j < m && current[j] === x) {
      j += 1;
    }
    const here = Math.abs(i * m - j * n);
    if (here > gap) {
      gap = here;
      location = x;
    }
  }
  return { gap, location };
}

/**
 * Two-sample Kolmogorov–Smirnov test, two-sided: D = max |F(x) − G(x)|, 0 … 1, high means drift.
 * Numbers (±∞ keep their order) or binned counts of equal edges. No sort where a side is a `SortedSample`.
 * Agrees with `scipy.stats.ks_2samp`; with ties its exact p is too cautious, `conditional` is not.
 */
export function kolmogorovSmirnov(
  reference: Sample,
  current: Sample,
  options: KsOptions = {}
): Comparison | DriftError {
  if (isBinned(reference) && isBinned(current)) {
    return binnedKolmogorovSmirnov(reference, current, options);
  }
  if (isBinned(reference) || isBinned(current)) {
    return mixedSides(reference, current);
  }
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const n = p.sorted.length;
  const m = q.sorted.length;
  const { gap, location } = greatestGap(p.sorted, q.sorted);
  const value = gap / (n * m);
  const { pValue, variant } = ksAnswer(value, { n, m, ranks: () => pooledRanks(p, q) }, options);
  return {
    value,
    pValue,
    variant,
    nReference: n,
    nCurrent: m,
    missingReference: p.missing,
    missingCurrent: q.missing,
    ...(gap > 0 ? { location } : {}),
  };
}
