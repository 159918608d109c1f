import { isDriftError } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { BinnedCounts, CategoryCounts, DriftError, WeightedSample } from '../types.ts';
import { isCategoryCounts, isSorted } from './sample.ts';
import type { Sample } from './sample.ts';
import { weightedRows } from './weighted-rows.ts';
import { isMissing } from './count-rows.ts';

/** Counts per category, categories in order of first sight. Numbers become their text; missing rows are counted apart. */
export interface CountedCategories extends CategoryCounts {
  missing: number;
}

/** Counts the rows of a sample per category; counts that are given are taken over. */
export function countCategories(sample: Exclude<Sample, BinnedCounts | WeightedSample>): CountedCategories {
  if (isCategoryCounts(sample)) {
    return { categories: sample.categories, counts: sample.counts, missing: sample.missing ?? 0 };
  }
  const rows = isSorted(sample) ? sample.sorted : sample;
  const counts = new Map<string | number, number>();
  let missing = isSorted(sample) ? sample.missing : 0;
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (isMissing(value)) {
      missing += 1;
    } else {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return { categories: [...counts.keys()].map(String), counts: [...counts.values()], missing };
}

/** Weights per category instead of rows. */
export interface WeighedCategories extends CountedCategories {
  /** Rows with a value. */
  rows: number;
  missingWeight: number;
}

/** Adds up the weights of the rows per category. */
export function weighCategories(sample: WeightedSample, side: Side): WeighedCategories | DriftError {
  const weighted = weightedRows(sample, side);
  if (isDriftError(weighted)) {
    return weighted;
  }
  const sums = new Map<string | number, number>();
  weighted.values.forEach((value, i) => sums.set(value, (sums.get(value) ?? 0) + (weighted.weights[i] ?? 0)));
  return {
    categories: [...sums.keys()].map(String),
    counts: [...sums.values()],
    missing: weighted.missing,
    missingWeight: weighted.missingWeight,
    rows: weighted.values.length,
  };
}

/** The categories of both sides (reference's first) with the counts of each. */
export interface AlignedCounts {
  categories: string[];
  reference: Float64Array;
  current: Float64Array;
}

/** Brings two counts to the same categories; a category that one side lacks has count 0 there. */
export function alignCategories(reference: CategoryCounts, current: CategoryCounts): AlignedCounts {
  const categories = [...new Set([...reference.categories, ...current.categories])];
  const index = new Map(categories.map((category, i) => [category, i]));
  const spread = (side: CategoryCounts) => {
    const counts = new Float64Array(categories.length);
    side.categories.forEach((category, i) => {
      const at = index.get(category) ?? 0;
      counts[at] = (counts[at] ?? 0) + (side.counts[i] ?? 0);
    });
    return counts;
  };
  return { categories, reference: spread(reference), current: spread(current) };
}
