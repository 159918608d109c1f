import { countRows, isMissing } from '../samples/count-rows.ts';
import { isCount } from '../samples/given-counts.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { CategoryCounts } from '../types.ts';

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
  /** Rows per value. Absent for bins. */
  counts?: ReadonlyMap<string | number, number>;
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

function ofRows(rows: ArrayLike<number | string | null>, missingBefore: number): SideFacts {
  const counts = new Map<string | number, number>();
  const values: number[] = [];
  let missing = missingBefore;
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
    return ofRows(sample.values, 0);
  }
  return isSorted(sample) ? ofRows(sample.sorted, sample.missing) : ofRows(sample, 0);
}

/** What is known of both sides. */
export interface BothFacts {
  reference: SideFacts;
  current: SideFacts;
}
