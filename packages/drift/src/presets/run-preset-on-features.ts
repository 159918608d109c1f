import { dataSetScore } from '../data-set/data-set-score.ts';
import { dataSetVerdict } from '../data-set/data-set-verdict.ts';
import type { DataSetVerdict } from '../data-set/data-set-verdict.ts';
import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { isPastRule } from './past-rule.ts';
import type { Preset, PresetResult } from './preset.ts';
import { runPreset } from './run-preset.ts';

/** One feature of a data set, both sides. */
export interface PresetFeature {
  feature: string;
  reference: Sample;
  current: Sample;
  /** Weight of the feature in the model's decisions; used by scores where every feature has one. */
  importance?: number;
}

/** What a tool says of one feature among others. */
export interface PresetFeatureResult {
  feature: string;
  importance?: number;
  /** The tool's number for the feature alone, or why there is none. */
  result: PresetResult | DriftError;
  /** p after the preset's correction over the features. */
  adjustedPValue?: number;
  /** After the correction. Absent where there is no number. */
  drift?: boolean;
}

/** What a tool says of a data set. */
export interface PresetResults {
  /** In the order given. */
  features: PresetFeatureResult[];
  /** By the preset's own rule; an error where no feature has a number. */
  dataSet: DataSetVerdict | DriftError;
  /** The tool's one number for the whole, where it shows one beside its verdict (deepchecks). */
  score?: number;
}

/** The p-value that the correction counts; NaN where the rule looks at no p-value. */
function ruledPValue(result: PresetResult | DriftError): number {
  return !isDriftError(result) && result.rule.by === 'p-value' ? (result.comparison.pValue ?? NaN) : NaN;
}

function judged(result: PresetResult | DriftError, adjusted: number): Omit<PresetFeatureResult, 'feature'> {
  if (isDriftError(result)) {
    return { result };
  }
  const { rule, comparison } = result;
  return Number.isNaN(adjusted)
    ? { result, drift: result.drift }
    : { result, adjustedPValue: adjusted, drift: isPastRule(rule, { ...comparison, pValue: adjusted }) };
}

/** What the rule of the data set looks at. */
function verdictOf({ feature, importance, result, drift }: PresetFeatureResult) {
  return {
    feature,
    ...(drift === undefined ? {} : { drifted: drift }),
    ...(isDriftError(result) ? {} : { score: result.comparison.value }),
    ...(importance === undefined ? {} : { importance }),
  };
}

/** The tool's own number for the whole, if it has one and there is a feature with a number. */
function scoreOf({ dataSet }: Preset, features: readonly PresetFeatureResult[]): { score?: number } {
  const scores = features.flatMap(({ result, importance = NaN }) =>
    isDriftError(result) ? [] : [{ score: result.comparison.value, importance }]
  );
  if (dataSet.by !== 'any' || dataSet.score === undefined || scores.length === 0) {
    return {};
  }
  const score = dataSetScore(scores, dataSet.score);
  return isDriftError(score) ? {} : { score: score.value };
}

/**
 * What a tool says of many features: each by its own test, p-values corrected over the features as the tool corrects
 * them, and its verdict on the data set. Features without a number are left out of the verdict, and named there.
 */
export function runPresetOnFeatures(preset: Preset, features: readonly PresetFeature[]): PresetResults {
  const results = features.map(({ reference, current }) => runPreset(preset, reference, current));
  const adjusted = adjust(results.map(ruledPValue), preset.adjustment);
  const all = features.flatMap(({ feature, importance }, i) => {
    const result = results[i];
    const named = { feature, ...(importance === undefined ? {} : { importance }) };
    return result ? [{ ...named, ...judged(result, adjusted[i] ?? NaN) }] : [];
  });
  const dataSet = dataSetVerdict(all.map(verdictOf), preset.dataSet, preset.title);
  return { features: all, dataSet, ...scoreOf(preset, all) };
}
