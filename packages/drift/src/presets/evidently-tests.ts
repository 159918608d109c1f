import { binEdges } from '../bins/bin-edges.ts';
import { histogram } from '../bins/histogram.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { DriftError } from '../types.ts';
import { byValue, finitePair } from './prepare.ts';
import type { DriftRule, FeatureFacts, PresetChoice, Sides } from './preset.ts';

/** Tests that can be asked of evidently for either kind of feature, instead of its own choice. */
export type EvidentlyTest = 'jensen-shannon' | 'psi' | 'kullback-leibler' | 'hellinger';
/** Tests that can be asked of evidently for numbers. */
export type EvidentlyNumericTest = EvidentlyTest | 'ks' | 'wasserstein' | 'student-t' | 'cramer-von-mises' | 'energy';
/** Tests that can be asked of evidently for categories. */
export type EvidentlyCategoricalTest = EvidentlyTest | 'chi-square' | 'z-proportions';

/** A reference of more different values is binned where bins are asked for. */
const mostOwnBins = 20;

export const significance: DriftRule = {
  by: 'p-value',
  direction: 'low',
  limit: 0.05,
  origin: "evidently's default for p-values",
};

export const distance: DriftRule = {
  by: 'value',
  direction: 'high',
  limit: 0.1,
  inclusive: true,
  origin: "evidently's default for distances",
};

/** Sturges' bins over the different values of both sides: how often a value comes has no say, unlike for PSI. */
function binsOfDifferentValues(reference: Sample, current: Sample): Sides | DriftError {
  const pair = sortedPair(...finitePair(reference, current));
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const values = { sorted: Float64Array.from(new Set([...p.sorted, ...q.sorted])).sort(), missing: 0 };
  const edges = binEdges(values, values, { rule: 'sturges' });
  return isDriftError(edges) ? edges : [histogram(p, edges), histogram(q, edges)];
}

/** One bin a value, or Sturges' number of equal bins over both sides together. */
function overCells(test: EvidentlyTest, { kind, binned, distinctReference }: FeatureFacts): PresetChoice {
  const ownBins = kind === 'categorical' || distinctReference <= mostOwnBins;
  const bins = ownBins ? {} : ({ rule: 'sturges', of: 'pooled' } as const);
  const ruled = { rule: distance, ...(binned ? {} : { prepare: ownBins ? byValue : finitePair }) };
  switch (test) {
    case 'jensen-shannon':
      return { test, options: bins, ...ruled };
    case 'psi':
      return { test, options: { ...bins, emptyBins: 'floor-evidently' }, ...ruled };
    case 'kullback-leibler':
      return {
        test,
        options: { ...bins, emptyBins: 'floor-evidently-renormalised', direction: 'reference-from-current' },
        ...ruled,
      };
    case 'hellinger':
      return binned
        ? { test, rule: distance }
        : { test, rule: distance, prepare: kind === 'categorical' ? byValue : binsOfDifferentValues };
  }
}

/**
 * A test asked of evidently by name, with its default limit: 0.1 also for the p-value of Cramér–von Mises, on the limit
 * for drift everywhere but for χ², z, t and the energy distance.
 */
export function askedFor(test: EvidentlyNumericTest | EvidentlyCategoricalTest, facts: FeatureFacts): PresetChoice {
  switch (test) {
    case 'ks':
      return { test, rule: { ...significance, inclusive: true }, prepare: finitePair };
    case 'student-t':
      return { test, rule: significance, prepare: finitePair };
    case 'cramer-von-mises':
      return { test, rule: { ...significance, limit: 0.1, inclusive: true }, prepare: finitePair };
    case 'wasserstein':
      return { test, options: { scale: 'reference-sd' }, rule: distance, prepare: finitePair };
    case 'energy':
      return { test, rule: { ...distance, inclusive: false }, prepare: finitePair };
    case 'chi-square':
      return { test, options: { form: 'goodness-of-fit' }, rule: significance, prepare: byValue };
    case 'z-proportions':
      return { test, rule: significance, prepare: byValue };
    default:
      return overCells(test, facts);
  }
}
