import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { Adjustment } from '../multiplicity/adjust.ts';
import type { Sample } from '../samples/sample.ts';
import { assessMeasurement } from './assess.ts';
import type { Assessment, AssessOptions } from './assess.ts';
import { formatNumber, formatShare } from './format.ts';
import { defaultAlpha, defaultMinimumRows } from './judge.ts';
import { measure } from './measure.ts';
import { preparePair } from './pair.ts';

export interface Feature {
  feature: string;
  reference: Sample;
  current: Sample;
}

export interface AssessManyOptions extends Omit<AssessOptions, 'feature' | 'adjustedPValue'> {
  /** Correction over the features. Default `holm`. */
  adjustment?: Adjustment;
}

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
  /** "3 of 13 flagged at 5 %, 0.65 expected by chance; 2 drifted after correction (holm)". */
  sentence: string;
}

/** Verdicts on many features at once, with the p-values corrected over those that have enough rows. */
export function assessMany(features: readonly Feature[], options: AssessManyOptions = {}): ManyAssessments {
  const { adjustment = 'holm', alpha = defaultAlpha, minimumRows = defaultMinimumRows } = options;
  const measured = features.map(({ feature, reference, current }) => {
    const pair = preparePair(reference, current, options);
    const { described } = pair;
    const measurement = measure(pair, options);
    const enough = !isDriftError(measurement) && Math.min(described.reference.n, described.current.n) >= minimumRows;
    return { feature, described, measurement, pValue: enough ? (measurement.comparison.pValue ?? NaN) : NaN };
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
  return { assessments, tested, flagged, expectedByChance, drifted, sentence };
}
