import { notDefined } from '../errors.ts';
import type { DataSetRule } from '../presets/preset.ts';
import type { DriftError } from '../types.ts';

/** A feature's score and its weight in the whole; weights need not add up to 1. */
export interface WeighedScore {
  score: number;
  /** NaN where it is not known. */
  importance: number;
}

/** The rules that make one score of the features' scores. */
export type ScoreRule = Extract<DataSetRule, { by: 'mean' | 'max' | 'weighted' | 'l3' | 'l5' }>['by'];

const powers: Record<Exclude<ScoreRule, 'max'>, number> = { mean: 1, weighted: 1, l3: 3, l5: 5 };

/** One score of a data set, and whether importance had a say in it. */
export interface DataSetScore {
  value: number;
  weighed: boolean;
}

/** Weights that add up to 1; equal ones where importance is not asked for, not known of every feature, or 0 throughout. */
function weightsFor(scores: readonly WeighedScore[], by: ScoreRule): { weights: number[]; weighed: boolean } {
  const total = scores.reduce((sum, { importance }) => sum + importance, 0);
  return by !== 'mean' && total > 0
    ? { weights: scores.map(({ importance }) => importance / total), weighed: true }
    : { weights: scores.map(() => 1 / scores.length), weighed: false };
}

/**
 * (Σ w · score^k)^(1/k), w the importance over its sum: k = 1 for `weighted` (and `mean`, with equal weights), 3 for `l3`,
 * 5 for `l5`; `max` is the greatest score. As deepchecks 0.19 (`ReduceFeatureMixin.feature_reduce`), which without
 * importance takes the plain mean for all of them; so does this. Scores are ≥ 0, at least one.
 */
export function dataSetScore(scores: readonly WeighedScore[], by: ScoreRule): DataSetScore | DriftError {
  if (scores.some(({ score, importance }) => score < 0 || importance < 0)) {
    return notDefined('A score or an importance below 0 cannot be weighed: give the size of the drift, not its sign.');
  }
  if (by === 'max') {
    return { value: Math.max(...scores.map(({ score }) => score)), weighed: false };
  }
  const { weights, weighed } = weightsFor(scores, by);
  const power = weighed ? powers[by] : 1;
  // Without weight no say, be the score infinite. Over the greatest, so that no power overflows.
  const heard = scores.map(({ score }, i) => ({ score, weight: weights[i] ?? 0 })).filter(({ weight }) => weight > 0);
  const greatest = Math.max(...heard.map(({ score }) => score));
  if (greatest === 0) {
    return { value: 0, weighed };
  }
  const sum = heard.reduce(
    (total, { score, weight }) => total + weight * (score === greatest ? 1 : score / greatest) ** power,
    0
  );
  return { value: greatest * sum ** (1 / power), weighed };
}
