import { isDriftError, notDefined } from '../errors.ts';
import { numericValues } from '../samples/numeric-values.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { greatestGapOfSorted, greatestGapOfUnsorted } from './greatest-gap.ts';
import type { Gap } from './greatest-gap.ts';
import { binnedKolmogorovSmirnov } from './binned-kolmogorov-smirnov.ts';
import { ksPValue, resolveKsMethod } from './ks-p-value.ts';
import type { KsMethod } from './ks-p-value.ts';
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
      takes: ['auto', 'exact', 'asymptotic', 'limit', 'stephens'],
      default: 'auto',
      says: 'auto: exact to 10,000 rows, else asymptotic (the one-sample law at the effective size, as scipy); limit: Kolmogorov’s; stephens: the limit with his correction',
    },
  ],
};

export interface KsOptions {
  /** Which p-value. Default `auto`. */
  method?: KsMethod;
}

/** Fewer rows than this are sorted: the buckets would cost more. */
const leastUnsorted = 20_000;

interface MeasuredGap extends Gap {
  n: number;
  m: number;
  missing: readonly [reference: number, current: number];
}

/** Rows of a raw, unsorted sample. */
function unsortedRows(sample: Sample): number {
  return 'length' in sample ? sample.length : 0;
}

/** The gap by the cheaper way: of sorted rows, or without sorting many. */
function measureGap(reference: Sample, current: Sample): MeasuredGap | DriftError {
  if (Math.min(unsortedRows(reference), unsortedRows(current)) < leastUnsorted) {
    const pair = sortedPair(reference, current);
    if (isDriftError(pair)) {
      return pair;
    }
    const [p, q] = [pair.reference.sorted, pair.current.sorted];
    const missing = [pair.reference.missing, pair.current.missing] as const;
    return { ...greatestGapOfSorted(p, q), n: p.length, m: q.length, missing };
  }
  const p = numericValues(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = numericValues(current, 'current');
  if (isDriftError(q)) {
    return q;
  }
  const gap = greatestGapOfUnsorted(p.values, q.values);
  return { ...gap, n: p.values.length, m: q.values.length, missing: [p.missing, q.missing] };
}

const variants = {
  exact: 'two-sample KS, exact p',
  asymptotic: 'two-sample KS, asymptotic p (one-sample law at the effective size)',
  limit: "two-sample KS, p of Kolmogorov's limit",
  stephens: 'two-sample KS, p of the limit with the correction of Stephens',
};

/** The words for a KS p-value of these sizes. */
export function ksVariant(method: KsMethod, n: number, m: number): string {
  return variants[resolveKsMethod(method, n, m)];
}

/**
 * Two-sample Kolmogorov–Smirnov test, two-sided: D = max |F(x) − G(x)|, 0 … 1, high means drift.
 * Numbers (±∞ keep their order) or binned counts of equal edges. No sort where a side is a `SortedSample`.
 * Agrees with `scipy.stats.ks_2samp`.
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
    return notDefined(
      'One side is binned, the other is not: count the raw rows in the edges of the binned side first.'
    );
  }
  const measured = measureGap(reference, current);
  if (isDriftError(measured)) {
    return measured;
  }
  const { gap, location, n, m, missing } = measured;
  const method = options.method ?? 'auto';
  const value = gap / (n * m);
  return {
    value,
    pValue: ksPValue(value, n, m, method),
    nReference: n,
    nCurrent: m,
    missingReference: missing[0],
    missingCurrent: missing[1],
    variant: ksVariant(method, n, m),
    ...(gap > 0 ? { location } : {}),
  };
}
