import { countRows, isMissing } from './count-rows.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';

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

/** Equal values lie side by side, so no set is needed. */
function distinctSorted(sorted: Float64Array): number {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    distinct += i === 0 || sorted[i] !== sorted[i - 1] ? 1 : 0;
  }
  return distinct;
}

function distinctRows(rows: ArrayLike<number | string | null>, weights?: ArrayLike<number>): number {
  const seen = new Set<number | string>();
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (!isMissing(value) && !(weights && Number.isNaN(weights[i] ?? NaN))) {
      seen.add(value);
    }
  }
  return seen.size;
}

function distinctOf(sample: Sample): number {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    return Array.from(sample.counts).filter((count) => count > 0).length;
  }
  if (isSorted(sample)) {
    return distinctSorted(sample.sorted);
  }
  return isWeighted(sample) ? distinctRows(sample.values, sample.weights) : distinctRows(sample);
}

/** Counts rows, missing, infinite and different values of any sample. O(n). */
export function describeSample(sample: Sample): SampleDescription {
  const { finite, infinite, missing } = countRows(sample);
  return { n: finite + infinite, missing, infinite, distinct: distinctOf(sample) };
}
