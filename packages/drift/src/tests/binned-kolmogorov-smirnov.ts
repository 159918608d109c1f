import { cumulatedGap } from '../distances/cumulated-counts.ts';
import { binsProblem, totalOf } from '../samples/aligned-bins.ts';
import type { BinnedCounts, Comparison, DriftError } from '../types.ts';
import { ksAnswer } from './ks-answer.ts';
import type { KsOptions } from './kolmogorov-smirnov.ts';
import { pooledRanks } from './pooled-ranks.ts';

/**
 * Kolmogorov–Smirnov on counts of equal edges: D = max |F − G| at the edges.
 * The gap inside a bin is not seen, so D is at most that of the raw rows and p at least theirs: it errs towards
 * "no drift". Counts need not be whole (rates over a window); p rounds the totals.
 */
export function binnedKolmogorovSmirnov(
  reference: BinnedCounts,
  current: BinnedCounts,
  options: KsOptions = {}
): Comparison | DriftError {
  const problem = binsProblem(reference, current);
  if (problem) {
    return problem;
  }
  const n = totalOf(reference.counts);
  const m = totalOf(current.counts);
  const found = { bin: 0 };
  const value = cumulatedGap(reference.counts, current.counts, [n, m], found);
  const location = reference.edges[found.bin + 1] ?? NaN;
  const { pValue, variant, given } = ksAnswer(value, { n, m, ranks: () => pooledRanks(reference, current) }, options);
  return {
    value,
    nReference: n,
    nCurrent: m,
    // Rates may add up to less than one row.
    ...(Number.isNaN(pValue) ? {} : { pValue }),
    variant: given
      ? `${variant}, on binned counts`
      : 'two-sample KS on binned counts (D and evidence are lower bounds)',
    ...(value > 0 ? { location } : {}),
  };
}
