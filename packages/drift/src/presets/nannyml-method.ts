import { binEdges, edgesOfUnsorted } from '../bins/bin-edges.ts';
import { countNumbers } from '../bins/histogram.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import { numericValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { DriftError } from '../types.ts';
import type { ChosenTest } from './preset.ts';

/** NannyML's univariate methods: `ks` and `wasserstein` for numbers, `l-infinity` and `chi-square` for categories. */
export type NannymlMethod = 'jensen-shannon' | 'hellinger' | 'ks' | 'wasserstein' | 'l-infinity' | 'chi-square';

const ofNumbers: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'ks', 'wasserstein'];
const ofCategories: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'l-infinity', 'chi-square'];

/** A test and the reference as it is compared with every chunk. */
export interface NannymlTest {
  chosen: ChosenTest;
  reference: Sample;
}

/**
 * The reference counted once in bins by Doane's rule; what lies outside them falls in open bins, where the reference has no
 * row. With infinite values, which Doane's rule does not look at, it stays as it is.
 */
function inDoaneBins(reference: Sample): { edges: Float64Array; reference: Sample } | DriftError {
  const numbers = numericValues(reference, 'reference');
  if (isDriftError(numbers)) {
    return numbers;
  }
  const edges = edgesOfUnsorted(numbers, { rule: 'doane' });
  if (edges instanceof Float64Array) {
    const { counts } = countNumbers(numbers.values, edges);
    return { edges, reference: { edges, counts: counts.subarray(1, -1), missing: numbers.missing } };
  }
  const sorted = { ...sortedSample(numbers.values), missing: numbers.missing };
  const ofSorted = edges ?? binEdges(sorted, sorted, { rule: 'doane' });
  return isDriftError(ofSorted) ? ofSorted : { edges: ofSorted, reference: sorted };
}

/**
 * NannyML's test of a feature, with the bins of this reference worked out once for all chunks. Of 10,000 reference rows
 * and more it estimates KS and Wasserstein from 10,000 bins; these stay exact here.
 */
export function nannymlTest(method: NannymlMethod, reference: Sample): NannymlTest | DriftError {
  const categorical = isCategorical(reference) || isCategoryCounts(reference);
  if (!(categorical ? ofCategories : ofNumbers).includes(method)) {
    return notDefined(
      `NannyML has no ${method} for ${categorical ? 'categories' : 'numbers'}: choose one of ${(categorical ? ofCategories : ofNumbers).join(', ')}.`
    );
  }
  if (method !== 'jensen-shannon' && method !== 'hellinger') {
    return { chosen: { test: method }, reference };
  }
  const binned = categorical || isBinned(reference) ? { reference } : inDoaneBins(reference);
  if (isDriftError(binned)) {
    return binned;
  }
  const edges = 'edges' in binned ? { edges: binned.edges } : {};
  const chosen: ChosenTest =
    method === 'hellinger' ? { test: method, options: edges } : { test: method, options: { ...edges, base: 2 } };
  return { chosen, reference: binned.reference };
}
