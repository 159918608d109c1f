import { binEdges } from '../bins/bin-edges.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import { sortedValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { ChosenTest } from './preset.ts';

/** NannyML's univariate methods: `ks` and `wasserstein` for numbers, `l-infinity` and `chi-square` for categories. */
export type NannymlMethod = 'jensen-shannon' | 'hellinger' | 'ks' | 'wasserstein' | 'l-infinity' | 'chi-square';

const ofNumbers: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'ks', 'wasserstein'];
const ofCategories: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'l-infinity', 'chi-square'];

/** Edges by Doane's rule on the reference; what lies outside them falls in open bins, where the reference has no row. */
function doaneEdges(reference: Sample): Float64Array | DriftError {
  const sorted = sortedValues(reference, 'reference');
  return isDriftError(sorted) ? sorted : binEdges(sorted, sorted, { rule: 'doane' });
}

/**
 * NannyML's test of a feature, with the bins of this reference worked out once for all chunks. Of 10,000 reference rows
 * and more it estimates KS and Wasserstein from 10,000 bins; these stay exact here.
 */
export function nannymlTest(method: NannymlMethod, reference: Sample): ChosenTest | DriftError {
  const categorical = isCategorical(reference) || isCategoryCounts(reference);
  if (!(categorical ? ofCategories : ofNumbers).includes(method)) {
    return notDefined(
      `NannyML has no ${method} for ${categorical ? 'categories' : 'numbers'}: choose one of ${(categorical ? ofCategories : ofNumbers).join(', ')}.`
    );
  }
  if (method === 'jensen-shannon' || method === 'hellinger') {
    const edges = categorical || isBinned(reference) ? undefined : doaneEdges(reference);
    if (isDriftError(edges)) {
      return edges;
    }
    const binned = edges ? { edges } : {};
    return method === 'hellinger'
      ? { test: method, options: binned }
      : { test: method, options: { ...binned, base: 2 } };
  }
  return { test: method };
}
