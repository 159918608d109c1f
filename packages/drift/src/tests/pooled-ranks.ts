import { isDriftError, notDefined, notNumeric, tooFewRows } from '../errors.ts';
import { binsProblem, totalOf } from '../samples/aligned-bins.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import type { BinnedCounts, Comparison, DriftError } from '../types.ts';

/** The rows of the pooled sample that share one value (or one bin), and how many of each side lie below them. */
export interface TiedRows {
  inReference: number;
  inCurrent: number;
  referenceBelow: number;
  currentBelow: number;
}

/** Everything that tests of ranks see of two samples: how many rows of each side are tied where, in ascending order. */
export interface PooledRanks {
  /** Rows of reference and current. */
  n: number;
  m: number;
  /** Walks the different values from the least up, as long as `visit` does not return false; values that no row has are left out. */
  walk(visit: (tied: TiedRows) => unknown): void;
  /** All rows are whole: false for binned rates. */
  whole: boolean;
  /** The parts of a `Comparison` that say what was counted. */
  facts: Pick<Comparison, 'nReference' | 'nCurrent' | 'missingReference' | 'missingCurrent'>;
  /** What ends the name of the variant: nothing for raw rows. */
  words: '' | ', on binned counts';
}

/** O(n + m). */
function walkSorted({ reference, current }: SortedPair, visit: (tied: TiedRows) => unknown): void {
  const a = reference.sorted;
  const b = current.sorted;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [referenceBelow, currentBelow] = [i, j];
    while (i < a.length && a[i] === x) {
      i += 1;
    }
    while (j < b.length && b[j] === x) {
      j += 1;
    }
    if (
      visit({ inReference: i - referenceBelow, inCurrent: j - currentBelow, referenceBelow, currentBelow }) === false
    ) {
      return;
    }
  }
}

function walkBins(reference: BinnedCounts, current: BinnedCounts, visit: (tied: TiedRows) => unknown): void {
  let referenceBelow = 0;
  let currentBelow = 0;
  for (let bin = 0; bin < reference.counts.length; bin++) {
    const inReference = reference.counts[bin] ?? 0;
    const inCurrent = current.counts[bin] ?? 0;
    if (inReference + inCurrent > 0 && visit({ inReference, inCurrent, referenceBelow, currentBelow }) === false) {
      return;
    }
    referenceBelow += inReference;
    currentBelow += inCurrent;
  }
}

function binnedRanks(reference: BinnedCounts, current: BinnedCounts): PooledRanks | DriftError {
  const problem = binsProblem(reference, current);
  if (problem) {
    return problem;
  }
  const counts = [...Array.from(reference.counts), ...Array.from(current.counts)];
  const [n, m] = [totalOf(reference.counts), totalOf(current.counts)];
  if (n < 1 || m < 1) {
    return n < 1 ? tooFewRows('reference', n, 1) : tooFewRows('current', m, 1);
  }
  return {
    n,
    m,
    walk: (visit) => walkBins(reference, current, visit),
    whole: counts.every((count) => Number.isInteger(count)),
    facts: { nReference: n, nCurrent: m },
    words: ', on binned counts',
  };
}

/** Why one binned side and one that is not cannot be ranked together. */
export function mixedSides(reference: Sample, current: Sample): DriftError {
  const [side, other] = isBinned(reference) ? (['current', current] as const) : (['reference', reference] as const);
  return isCategoryCounts(other) || isCategorical(other)
    ? notNumeric(side)
    : notDefined(
        'One side is binned, the other is not: count the raw rows in the edges of the binned side first (histogram).'
      );
}

/**
 * Ranks two samples together: raw numbers (±∞ keep their order), sorted only where they are not sorted yet, or binned
 * counts of equal edges, where every bin is one tied value.
 */
export function pooledRanks(reference: Sample, current: Sample): PooledRanks | DriftError {
  if (isBinned(reference) && isBinned(current)) {
    return binnedRanks(reference, current);
  }
  if (isBinned(reference) || isBinned(current)) {
    return mixedSides(reference, current);
  }
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const [n, m] = [pair.reference.sorted.length, pair.current.sorted.length];
  return {
    n,
    m,
    walk: (visit) => walkSorted(pair, visit),
    whole: true,
    facts: {
      nReference: n,
      nCurrent: m,
      missingReference: pair.reference.missing,
      missingCurrent: pair.current.missing,
    },
    words: '',
  };
}
