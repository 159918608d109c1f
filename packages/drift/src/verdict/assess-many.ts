import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { Adjustment } from '../multiplicity/adjust.ts';
import { dataSetVerdict } from '../data-set/data-set-verdict.ts';
import type { DataSetVerdict } from '../data-set/data-set-verdict.ts';
import type { DataSetRule } from '../presets/preset.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError, Limit } from '../types.ts';
import { assessMeasurement } from './assess.ts';
import type { Assessment, AssessOptions } from './assess.ts';
import { formatNumber, formatShare } from './format.ts';
import { defaultAlpha, defaultMinimumRows } from './judge.ts';
import { measure } from './measure.ts';
import type { Measurement } from './measure.ts';
import { preparePair } from './pair.ts';
import type { Described } from './pair.ts';

/** One feature of a data set, both sides. */
export interface Feature {
  feature: string;
  reference: Sample;
  current: Sample;
  /** Weight of the feature in the model's decisions, for verdicts on the data set that weigh. */
  importance?: number;
  /** Judge this feature by a limit of its own; instead of that of the options, if there is one. */
  limit?: Limit;
}

/** What verdicts on many features can be told. */
export interface AssessManyOptions extends Omit<AssessOptions, 'feature' | 'adjustedPValue'> {
  /** Correction over the features. Default `holm`, or that of the preset. */
  adjustment?: Adjustment;
  /** When the whole counts as drifted. Default: with any feature after the correction, or as the preset has it. */
  dataSet?: DataSetRule;
}

/** Verdicts on many features, and on the whole. */
export interface ManyAssessments {
  /** In the order given. */
  assessments: Assessment[];
  /** Features with a p-value and enough rows. */
  tested: number;
  /** Features with p under alpha before correction: what `expectedByChance` is to be held against. */
  flagged: number;
  /** alpha · tested: how many would be flagged on average if nothing had drifted. */
  expectedByChance: number;
  /** Features with the verdict `drift`, after correction. */
  drifted: number;
  /** The verdict on the whole; an error where no feature has one. */
  dataSet: DataSetVerdict | DriftError;
  /** "3 of 13 flagged at 5 %, 0.65 expected by chance; 2 drifted after correction (holm)". */
  sentence: string;
}

/** What the rule of the data set looks at; features without a verdict are left out there, and named. */
function verdictOf(assessments: readonly Assessment[]) {
  return ({ feature, importance }: Feature, i: number) => {
    const { state, comparison } = assessments[i] ?? {};
    const judged = state === 'drift' || state === 'possible' || state === 'no drift';
    return {
      feature,
      ...(judged ? { drifted: state === 'drift' } : {}),
      ...(judged && comparison ? { score: comparison.value } : {}),
      ...(importance === undefined ? {} : { importance }),
    };
  };
}

/** A feature with its numbers, before the correction over all of them. */
export interface MeasuredFeature {
  feature: Feature;
  described: Described;
  measurement: Measurement | DriftError;
  /** What the correction counts; NaN where there is none, or too few rows. */
  pValue: number;
}

/** The first half of `assessMany`, for one feature: most of the work. */
export function measureFeature(feature: Feature, options: AssessManyOptions = {}): MeasuredFeature {
  const { preset } = options;
  // Another tool has its own idea of too few rows.
  const minimumRows = options.minimumRows ?? (preset ? 0 : defaultMinimumRows);
  const pair = preparePair(feature.reference, feature.current, options);
  const { described } = pair;
  const measurement = measure(pair, options);
  const enough = !isDriftError(measurement) && Math.min(described.reference.n, described.current.n) >= minimumRows;
  const ruled = isDriftError(measurement) || measurement.rule?.by !== 'value';
  return { feature, described, measurement, pValue: enough && ruled ? (measurement.comparison.pValue ?? NaN) : NaN };
}

/** The second half of `assessMany`: the correction and the verdicts, of features measured with the same options. */
export function assessMeasured(measured: readonly MeasuredFeature[], options: AssessManyOptions = {}): ManyAssessments {
  const { preset, alpha = defaultAlpha } = options;
  const { adjustment = preset?.adjustment ?? 'holm', dataSet = preset?.dataSet ?? { by: 'any' } } = options;
  const pValues = measured.map(({ pValue }) => pValue);
  const adjusted = adjust(pValues, adjustment);
  const assessments = measured.map(({ feature: { feature, limit = options.limit }, described, measurement }, i) => {
    const p = adjusted[i] ?? NaN;
    return assessMeasurement(measurement, described, {
      ...options,
      feature,
      ...(limit ? { limit } : {}),
      ...(Number.isNaN(p) ? {} : { adjustedPValue: p }),
    });
  });
  const tested = pValues.filter((p) => !Number.isNaN(p)).length;
  const flagged = pValues.filter((p) => p < alpha).length;
  const drifted = assessments.filter(({ state }) => state === 'drift').length;
  const expectedByChance = alpha * tested;
  const sentence = `${flagged} of ${tested} flagged at ${formatShare(alpha)}, ${formatNumber(expectedByChance, 2)} expected by chance; ${drifted} drifted after correction (${adjustment})`;
  const features = measured.map(({ feature }) => feature);
  return {
    assessments,
    tested,
    flagged,
    expectedByChance,
    drifted,
    dataSet: dataSetVerdict(features.map(verdictOf(assessments)), dataSet, preset?.title),
    sentence,
  };
}

/**
 * Verdicts on many features at once, with the p-values corrected over those that have enough rows. Where that is to be
 * done in steps: `measureFeature` for each, then `assessMeasured`.
 */
export function assessMany(features: readonly Feature[], options: AssessManyOptions = {}): ManyAssessments {
  return assessMeasured(
    features.map((feature) => measureFeature(feature, options)),
    options
  );
}
