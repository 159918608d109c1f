import { byValue, finitePair } from './prepare.ts';
import type { DriftRule, FeatureFacts, Preset, PresetChoice } from './preset.ts';

/** Tests that can be asked of evidently instead of its own choice. */
export type EvidentlyTest = 'jensen-shannon' | 'psi' | 'kullback-leibler';

export interface EvidentlyOptions {
  /** Default: by rows and different values. */
  numeric?: EvidentlyTest;
  categorical?: EvidentlyTest;
}

/** More reference rows than this are compared by a distance, no more by a p-value. */
const mostRowsForPValues = 1000;
/** Numbers of no more different values, both sides together, are taken as categories. */
const fewValues = 5;
/** A reference of more different values is binned where bins are asked for. */
const mostOwnBins = 20;

const significance: DriftRule = {
  by: 'p-value',
  direction: 'low',
  limit: 0.05,
  origin: "evidently's default for p-values",
};

const distance: DriftRule = {
  by: 'value',
  direction: 'high',
  limit: 0.1,
  inclusive: true,
  origin: "evidently's default for distances",
};

/** One bin a value, or Sturges' number of equal bins over both sides together. */
function askedFor(test: EvidentlyTest, { kind, binned, distinctReference }: FeatureFacts): PresetChoice {
  const ownBins = kind === 'categorical' || distinctReference <= mostOwnBins;
  const bins = ownBins ? {} : ({ rule: 'sturges', of: 'pooled' } as const);
  const prepared = { rule: distance, ...(binned ? {} : { prepare: ownBins ? byValue : finitePair }) };
  switch (test) {
    case 'jensen-shannon':
      return { test, options: bins, ...prepared };
    case 'psi':
      return { test, options: { ...bins, emptyBins: 'floor-evidently' }, ...prepared };
    case 'kullback-leibler':
      return {
        test,
        options: { ...bins, emptyBins: 'floor-evidently-renormalised', direction: 'reference-from-current' },
        ...prepared,
      };
  }
}

function ofFewValues({ nReference, distinctPooled }: FeatureFacts): PresetChoice {
  if (nReference > mostRowsForPValues) {
    return { test: 'jensen-shannon', rule: distance, prepare: byValue };
  }
  return distinctPooled > 2
    ? { test: 'chi-square', options: { form: 'goodness-of-fit' }, rule: significance, prepare: byValue }
    : { test: 'z-proportions', rule: significance, prepare: byValue };
}

function ofManyValues({ nReference, binned }: FeatureFacts): PresetChoice {
  if (nReference <= mostRowsForPValues) {
    return { test: 'ks', rule: { ...significance, inclusive: true }, prepare: finitePair };
  }
  // What is binned already has no Wasserstein distance.
  return binned
    ? { test: 'jensen-shannon', rule: distance }
    : { test: 'wasserstein', options: { scale: 'reference-sd' }, rule: distance, prepare: finitePair };
}

/**
 * evidently's default choice: up to 1,000 reference rows p-values (KS, χ² of fit to the reference, z), over them
 * distances (Wasserstein in standard deviations, Jensen–Shannon in base e); a data set drifts with half of its columns.
 * Infinite values are dropped with the missing ones before anything is counted.
 */
export function evidentlyPreset(options: EvidentlyOptions = {}): Preset {
  return {
    name: 'evidently',
    title: 'Evidently',
    source: 'evidently 0.7.23, _get_default_stattest, get_one_column_drift and DatasetDriftMetric',
    says: 'p-values up to 1,000 reference rows, distances over them, no correction; the data set drifts where half of the features do.',
    choose: (facts) => {
      const test = options[facts.kind];
      if (test) {
        return askedFor(test, facts);
      }
      const few = facts.kind === 'categorical' || (!facts.binned && facts.distinctPooled <= fewValues);
      return few ? ofFewValues(facts) : ofManyValues(facts);
    },
    adjustment: 'none',
    dataSet: { by: 'share', limit: 0.5, inclusive: true },
  };
}

export const evidently = evidentlyPreset();
