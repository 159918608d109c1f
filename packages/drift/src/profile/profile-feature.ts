import { histogram } from '../bins/histogram.ts';
import { referenceBins } from '../bins/reference-bins.ts';
import { countCategories } from '../samples/count-categories.ts';
import { isBinned, isCategorical, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { NumericInput, Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { ProfileFeature } from './profile.ts';

/** Bins of equal shares: what lies inside a bin, at most a fiftieth of the rows, is all that a KS distance can miss. */
const BINS = 50;

/**
 * A feature of a profile: counts of its rows. Numbers fall into bins of equal shares, text is counted by category, and
 * counts stay as they are.
 * @returns undefined where no row has a value, or the rows are weighted
 */
export function profileFeature(feature: string, sample: Sample): ProfileFeature | undefined {
  if (isWeighted(sample)) {
    return undefined;
  }
  const counted =
    isCategoryCounts(sample) || isCategorical(sample)
      ? byCategory(feature, countCategories(sample))
      : byBin(feature, sample);
  return counted.counts.some((count) => count > 0) ? counted : undefined;
}

function byCategory(
  feature: string,
  { categories, counts, missing }: ReturnType<typeof countCategories>
): ProfileFeature {
  return { feature, cells: { kind: 'categories', categories: [...categories] }, counts: Array.from(counts), missing };
}

function byBin(
  feature: string,
  sample: NumericInput | SortedSample | Extract<Sample, { edges: unknown }>
): ProfileFeature {
  if (isBinned(sample)) {
    const { edges, counts, missing = 0 } = sample;
    return { feature, cells: { kind: 'bins', edges: Array.from(edges) }, counts: Array.from(counts), missing };
  }
  const sorted = isSorted(sample) ? sample : sortedSample(sample);
  const { edges, counts, missing } = histogram(sorted, referenceBins(sorted, { count: BINS }));
  return { feature, cells: { kind: 'bins', edges: [...edges] }, counts: [...counts], missing };
}
