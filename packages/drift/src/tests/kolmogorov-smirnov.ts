import { isDriftError } from '../errors.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { isLongAndUnsorted, unsortedPair } from '../samples/unsorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { greatestGapOfSorted, greatestGapOfUnsorted } from './greatest-gap.ts';
import type { Gap } from './greatest-gap.ts';
import { binnedKolmogorovSmirnov } from './binned-kolmogorov-smirnov.ts';
import { ksAnswer } from './ks-answer.ts';
import type { KsMethod } from './ks-p-value.ts';
import { mixedSides, pooledRanks } from './pooled-ranks.ts';
import type { PooledRanks } from './pooled-ranks.ts';
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
      takes: ['auto', 'exact', 'conditional', 'given-ties', 'asymptotic', 'limit', 'stephens'],
      default: 'auto',
      says: 'auto: exact to 10,000 rows on the larger side, else asymptotic, as scipy; exact: all orders of the rows counted, as if none were tied; asymptotic: the one-sample law at nm/(n + m) rows; limit: Kolmogorov’s law for endless rows; stephens: that law with his correction for size; given-ties: the law given which rows are tied, as a mid-p, by its limit past 10⁵ pairs of rows, auto where no row is tied; conditional: exact given the ties to 10⁸ pairs of rows, as R’s ks.test, without mid-p',
    },
    {
      name: 'midP',
      takes: [true, false],
      default: false,
      says: 'where p is exact, P(D > d) + ½ P(D = d) in place of P(D ≥ d): less cautious with few rows or many ties',
    },
  ],
};

/** Which p-value of KS. */
export interface KsOptions {
  /**
   * Which p-value. Default `auto`. `conditional`: exact given the ties of the pooled rows, as R's `ks.test(exact = TRUE)`;
   * answered by `auto` beyond 10⁸ pairs of rows, or where binned counts are not whole. `given-ties`: see `lawGivenTies`;
   * `auto` where no row is tied.
   */
  method?: KsMethod | 'conditional' | 'given-ties';
  /** P(D > d) + ½ P(D = d) instead of P(D ≥ d), where p is exact. Default false. */
  midP?: boolean;
}

interface MeasuredGap extends Gap {
  n: number;
  m: number;
  missing: readonly [reference: number, current: number];
  ranks: () => PooledRanks | DriftError;
}

/** The gap by the cheaper way: of sorted rows, or without sorting many. */
function measureGap(reference: Sample, current: Sample): MeasuredGap | DriftError {
  if (!isLongAndUnsorted(reference) || !isLongAndUnsorted(current)) {
    const pair = sortedPair(reference, current);
    if (isDriftError(pair)) {
      return pair;
    }
    const [p, q] = [pair.reference.sorted, pair.current.sorted];
    const missing = [pair.reference.missing, pair.current.missing] as const;
    const ranks = () => pooledRanks(pair.reference, pair.current);
    return { ...greatestGapOfSorted(p, q), n: p.length, m: q.length, missing, ranks };
  }
  const pair = unsortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const gap = greatestGapOfUnsorted(pair);
  const ranks = () => pooledRanks(sortedSample(p.values), sortedSample(q.values));
  return { ...gap, n: p.values.length, m: q.values.length, missing: [p.missing, q.missing], ranks };
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
  const measured = measureGap(reference, current);
  if (isDriftError(measured)) {
    return measured;
  }
  const { gap, location, n, m, missing, ranks } = measured;
  const value = gap / (n * m);
  const { pValue, variant } = ksAnswer(value, { n, m, ranks }, options);
  return {
    value,
    pValue,
    variant,
    nReference: n,
    nCurrent: m,
    missingReference: missing[0],
    missingCurrent: missing[1],
    ...(gap > 0 ? { location } : {}),
  };
}
