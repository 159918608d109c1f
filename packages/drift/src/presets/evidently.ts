import { askedFor, distance } from './evidently-tests.ts';
import type { EvidentlyCategoricalTest, EvidentlyNumericTest } from './evidently-tests.ts';
import { byValue } from './prepare.ts';
import type { FeatureFacts, Preset, PresetChoice } from './preset.ts';

/** Tests asked of evidently by name. */
export interface EvidentlyOptions {
  /** Of numbers. Default: by rows and different values. */
  numeric?: EvidentlyNumericTest;
  /** Of categories. Default: by rows and different values. */
  categorical?: EvidentlyCategoricalTest;
}

/** More reference rows than this are compared by a distance, no more by a p-value. */
const mostRowsForPValues = 1000;
/** Numbers of no more different values, both sides together, are taken as categories. */
const fewValues = 5;

function ofFewValues(facts: FeatureFacts): PresetChoice {
  if (facts.nReference > mostRowsForPValues) {
    return { test: 'jensen-shannon', rule: distance, prepare: byValue };
  }
  return askedFor(facts.distinctPooled > 2 ? 'chi-square' : 'z-proportions', facts);
}

function ofManyValues(facts: FeatureFacts): PresetChoice {
  return askedFor(facts.nReference > mostRowsForPValues ? 'wasserstein' : 'ks', facts);
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
