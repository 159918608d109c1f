import { isDriftError, notDefined } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { inDoaneBins } from './nannyml-bins.ts';
import type { ReferenceInBins } from './nannyml-bins.ts';
import type { ChosenTest } from './preset.ts';

/** NannyML's univariate methods: `ks` and `wasserstein` for numbers, `l-infinity` and `chi-square` for categories. */
export type NannymlMethod = 'jensen-shannon' | 'hellinger' | 'ks' | 'wasserstein' | 'l-infinity' | 'chi-square';

const ofNumbers: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'ks', 'wasserstein'];
const ofCategories: readonly NannymlMethod[] = ['jensen-shannon', 'hellinger', 'l-infinity', 'chi-square'];

/** A test and the reference as it is compared with every chunk. */
export interface NannymlTest {
  chosen: ChosenTest;
  reference: Sample;
  /** The reference in bins that every chunk is counted in, where it is. */
  bins?: ReferenceInBins;
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
  if (categorical || isBinned(reference)) {
    return {
      chosen: method === 'hellinger' ? { test: method } : { test: method, options: { base: 2 } },
      reference,
    };
  }
  const found = inDoaneBins(reference);
  if (isDriftError(found)) {
    return found;
  }
  const { edges, bins } = found;
  const chosen: ChosenTest =
    method === 'hellinger' ? { test: method, options: { edges } } : { test: method, options: { edges, base: 2 } };
  return { chosen, reference: found.reference, ...(bins ? { bins } : {}) };
}
