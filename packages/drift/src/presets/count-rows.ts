import { totalOf } from '../samples/aligned-bins.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';

/** Rows of a sample by what they hold. */
export interface RowCounts {
  /** Finite numbers, or categories (text). */
  finite: number;
  infinite: number;
  missing: number;
}

/** Counts rows without looking at which values are equal; of weighted rows the weights are not asked. O(n). */
export function countRows(sample: Sample): RowCounts {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    return { finite: totalOf(sample.counts), infinite: 0, missing: sample.missing ?? 0 };
  }
  const rows = isSorted(sample) ? sample.sorted : isWeighted(sample) ? sample.values : sample;
  let [finite, infinite] = [0, 0];
  let missing = isSorted(sample) ? sample.missing : 0;
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (Number.isFinite(value)) {
      finite += 1;
    } else if (value === null || value === undefined || Number.isNaN(value)) {
      missing += 1;
    } else if (value === Infinity || value === -Infinity) {
      infinite += 1;
    } else {
      finite += 1;
    }
  }
  return { finite, infinite, missing };
}
