import type { BinnedCounts, CategoryCounts } from '../types.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';
import type { SortedSample } from './sorted-sample.ts';

/** What a sample holds, so that nothing left out of a test goes unseen. */
export interface SampleDescription {
  /** Rows with a value (infinite ones included). */
  n: number;
  /** Rows that are NaN or null. */
  missing: number;
  /** Rows that are +∞ or −∞. */
  infinite: number;
  /** Different values (bins or categories with a count, where only counts are known). 1 is a constant. */
  distinct: number;
}

function describeCounts({ counts, missing = 0 }: BinnedCounts | CategoryCounts): SampleDescription {
  let n = 0;
  let distinct = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    n += count;
    distinct += count > 0 ? 1 : 0;
  }
  return { n, missing, infinite: 0, distinct };
}

/** Equal values lie side by side, so no set is needed. */
function describeSorted({ sorted, missing }: SortedSample): SampleDescription {
  let distinct = 0;
  let infinite = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i];
    distinct += i === 0 || value !== sorted[i - 1] ? 1 : 0;
    infinite += value === Infinity || value === -Infinity ? 1 : 0;
  }
  return { n: sorted.length, missing, infinite, distinct };
}

/** Counts rows, missing, infinite and different values of any sample. O(n). */
export function describeSample(sample: Sample): SampleDescription {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    return describeCounts(sample);
  }
  if (isSorted(sample)) {
    return describeSorted(sample);
  }
  return isWeighted(sample) ? describeRows(sample.values, sample.weights) : describeRows(sample);
}

/** A row without a weight, where there are weights, is a missing one. */
function describeRows(rows: ArrayLike<number | string | null>, weights?: ArrayLike<number>): SampleDescription {
  const seen = new Set<number | string>();
  let missing = 0;
  let infinite = 0;
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    const unweighed = weights !== undefined && Number.isNaN(weights[i] ?? NaN);
    if (unweighed || value === null || value === undefined || Number.isNaN(value)) {
      missing += 1;
      continue;
    }
    n += 1;
    infinite += value === Infinity || value === -Infinity ? 1 : 0;
    seen.add(value);
  }
  return { n, missing, infinite, distinct: seen.size };
}
