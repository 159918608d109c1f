import { rowsBelow, rowsUpTo } from '../bins/rows-below.ts';
import { isCount } from './given-counts.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from './sample.ts';
import type { Sample } from './sample.ts';

/** Rows of a sample by what they hold. */
export interface RowCounts {
  /** Finite numbers, or categories. */
  finite: number;
  infinite: number;
  /** Rows without a value, or without a weight where there are weights. */
  missing: number;
}

/** A row without a value. */
export function isMissing(value: number | string | null | undefined): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

function ofRows(rows: ArrayLike<number | string | null>, weights?: ArrayLike<number>): RowCounts {
  let [finite, infinite, missing] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (isMissing(value) || (weights && Number.isNaN(weights[i] ?? NaN))) {
      missing += 1;
    } else if (value === Infinity || value === -Infinity) {
      infinite += 1;
    } else {
      finite += 1;
    }
  }
  return { finite, infinite, missing };
}

/** Counts rows without looking at which values are equal. Of counts that are given, those that are none count nothing. O(n). */
export function countRows(sample: Sample): RowCounts {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    const { counts, missing = 0 } = sample;
    const finite = Array.from(counts).reduce((sum, count) => sum + (isCount(count) ? count : 0), 0);
    return { finite, infinite: 0, missing: isCount(missing) ? missing : 0 };
  }
  if (isSorted(sample)) {
    const { sorted, missing } = sample;
    const infinite = rowsUpTo(-Infinity, sorted) + sorted.length - rowsBelow(Infinity, sorted);
    return { finite: sorted.length - infinite, infinite, missing };
  }
  return isWeighted(sample) ? ofRows(sample.values, sample.weights) : ofRows(sample);
}
