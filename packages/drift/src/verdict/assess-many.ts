import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { Adjustment } from '../multiplicity/adjust.ts';
import { dataSetVerdict } from '../data-set/data-set-verdict.ts';
import type { DataSetVerdict } from '../data-set/data-set-verdict.ts';
import type { DataSetRule } from '../presets/preset.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { assessMeasurement } from './assess.ts';
import type { Assessment, AssessOptions } from './assess.ts';
import { formatNumber, formatShare } from './format.ts';
import { defaultAlpha, defaultMinimumRows } from './judge.ts';
import { measure } from './measure.ts';
import { preparePair } from './pair.ts';

/** One feature of a data set, both sides. */
export interface Feature {
  feature: string;
  reference: Sample;
  current: Sample;
  /** Weight of the feature in the model's decisions, for verdicts on the data set that weigh. */
  importance?: number;
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

/** Verdicts on many features at once, with the p-values corrected over those that have enough rows. */
export function assessMany(features: readonly Feature[], options: AssessManyOptions = {}): ManyAssessments {
  const { preset, alpha = defaultAlpha } = options;
  const { adjustment = preset?.adjustment ?? 'holm', dataSet = preset?.dataSet ?? { by: 'any' } } = options;
  // Another tool has its own idea of too few rows.
  const minimumRows = options.minimumRows ?? (preset ? 0 : defaultMinimumRows);
  const measured = features.map(({ feature, reference, current }) => {
    const pair = preparePair(reference, current, options);
    const { described } = pair;
    const measurement = measure(pair, options);
    const enough = !isDriftError(measurement) && Math.min(described.reference.n, described.current.n) >= minimumRows;
    const ruled = isDriftError(measurement) || measurement.rule?.by !== 'value';
    return { feature, described, measurement, pValue: enough && ruled ? (measurement.comparison.pValue ?? NaN) : NaN };
  });
  const pValues = measured.map(({ pValue }) => pValue);
  const adjusted = adjust(pValues, adjustment);
  const assessments = measured.map(({ feature, described, measurement }, i) => {
    const p = adjusted[i] ?? NaN;
    return assessMeasurement(measurement, described, {
      ...options,
      feature,
      ...(Number.isNaN(p) ? {} : { adjustedPValue: p }),
    });
  });
  const tested = pValues.filter((p) => !Number.isNaN(p)).length;
  const flagged = pValues.filter((p) => p < alpha).length;
  const drifted = assessments.filter(({ state }) => state === 'drift').length;
  const expectedByChance = alpha * tested;
  const sentence = `${flagged} of ${tested} flagged at ${formatShare(alpha)}, ${formatNumber(expectedByChance, 2)} expected by chance; ${drifted} drifted after correction (${adjustment})`;
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
