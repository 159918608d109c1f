import { rowsBelow, rowsUpTo } from '../bins/rows-below.ts';
import { countRows, isMissing } from '../samples/count-rows.ts';
import { isCount } from '../samples/given-counts.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { CategoryCounts } from '../types.ts';
import { sortedCounts } from './sorted-counts.ts';
import type { ValueCounts } from './sorted-counts.ts';

/** What a sample tells of its rows. What it cannot tell is absent. */
export interface SideFacts {
  /** Rows with a value. */
  n: number;
  /** Rows without one. Absent for counts, which do not tell. */
  missing?: number;
  /** Numeric rows, infinite ones included, and those that are infinite. Absent for counts. */
  numbers?: number;
  infinite?: number;
  /** Text rows, and those of them that read as a number. Absent for counts of bins. */
  texts?: number;
  numericTexts?: number;
  /** Finite numbers in the order given. Absent for counts. */
  values?: Float64Array;
  /** Different ones among them. Absent for counts. */
  different?: number;
  /** Rows per value. Absent for bins. */
  counts?: ValueCounts;
}

function readsAsNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}

function ofCategoryCounts(sample: CategoryCounts): SideFacts {
  const { categories, counts } = sample;
  const perCategory = new Map<string, number>();
  let numericTexts = 0;
  categories.forEach((category, i) => {
    const count = counts[i] ?? 0;
    if (isCount(count) && count > 0) {
      perCategory.set(category, (perCategory.get(category) ?? 0) + count);
      numericTexts += readsAsNumber(category) ? count : 0;
    }
  });
  const n = countRows(sample).finite;
  return { n, texts: n, numericTexts, counts: perCategory };
}

function ofRows(rows: ArrayLike<number | string | null>): SideFacts {
  const counts = new Map<string | number, number>();
  const values: number[] = [];
  let missing = 0;
  let [numbers, infinite, texts, numericTexts] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (isMissing(value)) {
      missing += 1;
      continue;
    }
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (typeof value === 'string') {
      texts += 1;
      numericTexts += readsAsNumber(value) ? 1 : 0;
    } else {
      numbers += 1;
      if (Number.isFinite(value)) {
        values.push(value);
      } else {
        infinite += 1;
      }
    }
  }
  return {
    n: numbers + texts,
    missing,
    numbers,
    infinite,
    texts,
    numericTexts,
    values: Float64Array.from(values),
    different: [...counts.keys()].reduce<number>(
      (sum, value) => sum + (typeof value === 'number' && Number.isFinite(value) ? 1 : 0),
      0
    ),
    counts,
  };
}

/** Sorted numbers, infinite ones at the ends. */
function ofSorted({ sorted, missing }: SortedSample): SideFacts {
  const from = rowsUpTo(-Infinity, sorted);
  const to = rowsBelow(Infinity, sorted);
  const counts = sortedCounts(sorted);
  return {
    n: sorted.length,
    missing,
    numbers: sorted.length,
    infinite: from + sorted.length - to,
    texts: 0,
    numericTexts: 0,
    values: sorted.subarray(from, to),
    different: counts.size - (from > 0 ? 1 : 0) - (to < sorted.length ? 1 : 0),
    counts,
  };
}

/** Looks once at every row, or at every count. O(n). */
export function sideFacts(sample: Sample): SideFacts {
  if (isBinned(sample)) {
    return { n: countRows(sample).finite };
  }
  if (isCategoryCounts(sample)) {
    return ofCategoryCounts(sample);
  }
  if (isWeighted(sample)) {
    // Quality is of rows, whatever they weigh.
    return ofRows(sample.values);
  }
  return isSorted(sample) ? ofSorted(sample) : ofRows(sample);
}

/** What is known of both sides. */
export interface BothFacts {
  reference: SideFacts;
  current: SideFacts;
}
