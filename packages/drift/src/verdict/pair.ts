import { cellsByCategory } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { describeSample } from '../samples/describe-sample.ts';
import type { SampleDescription } from '../samples/describe-sample.ts';
import { isBinned, isCategorical, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { DriftError } from '../types.ts';

/** What counts as categories. */
export interface PairOptions {
  /** A numeric reference of no more different values than this is taken as categories. Default 10. */
  fewValues?: number;
}

/** What both sides hold, whatever else can be said of them. */
export interface Described {
  reference: SampleDescription;
  current: SampleDescription;
  /** Categories only in the current sample, and only in the reference. Empty for numbers of many values. */
  newCategories: string[];
  vanishedCategories: string[];
}

/** Two samples, looked at once: numbers sorted, taken as numbers or as categories. */
export interface Pair {
  reference: Sample;
  current: Sample;
  /** The reference as it was given, its rows in their order. */
  inOrder: Sample;
  kind: 'numeric' | 'categorical';
  /** Counts per category, where the sides are taken as categories. */
  categories?: CommonCells | DriftError;
  described: Described;
}

/** Raw numbers sorted; every other sample as it is. */
function sortedIfNumeric(sample: Sample): Sample {
  if (isSorted(sample) || isBinned(sample) || isCategoryCounts(sample) || isWeighted(sample) || isCategorical(sample)) {
    return sample;
  }
  const numbers: (number | null)[] | Float64Array =
    sample instanceof Float64Array ? sample : Array.from(sample, (value) => (typeof value === 'number' ? value : null));
  return sortedSample(numbers);
}

/** Sorts numbers once, describes both sides, and tells categories and numbers of few values from the rest. */
export function preparePair(reference: Sample, current: Sample, { fewValues = 10 }: PairOptions = {}): Pair {
  const sides = { reference: sortedIfNumeric(reference), current: sortedIfNumeric(current) };
  const described = { reference: describeSample(sides.reference), current: describeSample(sides.current) };
  const categorical = isCategoryCounts(reference) || isCategorical(reference);
  const few = !isBinned(reference) && !isBinned(current) && described.reference.distinct <= fewValues;
  const kind = categorical || few ? 'categorical' : 'numeric';
  const categories = kind === 'categorical' ? cellsByCategory(sides.reference, sides.current) : undefined;
  const { newCategories = [], vanishedCategories = [] } = categories && !isDriftError(categories) ? categories : {};
  return {
    ...sides,
    inOrder: reference,
    kind,
    ...(categories ? { categories } : {}),
    described: { ...described, newCategories, vanishedCategories },
  };
}
