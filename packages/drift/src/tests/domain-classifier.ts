import type { Description } from '../description.ts';
import { isDriftError, notDefined, tooFewRows } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { shuffle } from '../random/shuffle.ts';
import { isCategorical } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { crossValidatedAuc } from './cross-validated-auc.ts';
import type { AucOver } from './cross-validated-auc.ts';
import { designOf } from './domain-classifier-columns.ts';
import { pooledRows } from './domain-classifier-rows.ts';
import { mostPermutations, optionProblem } from '../option-problem.ts';
import type { FeatureSides, PooledRows } from './domain-classifier-rows.ts';

export type { FeatureSides } from './domain-classifier-rows.ts';

export const domainClassifierDescription: Description = {
  title: 'Domain classifier',
  says: 'how well a logistic regression tells current rows from reference rows it has not seen: 0.5 not at all, 1 always',
  formula: 'area under the ROC curve of 1/(1 + exp(−β₀ − β₁ z − β₂ z²)), z the standardised value, cross-validated',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories'],
  needs: 'twice `folds` rows a side, finite values',
  pValue: 'the share of `permutations` random relabellings of the rows with an area as great; 0 by default: no p',
  growsWithRows: false,
  source: 'NannyML and deepchecks (with trees); scikit-learn LogisticRegression, StratifiedKFold',
  options: [
    {
      name: 'folds',
      takes: 'number',
      default: 5,
      says: 'parts, each scored by a fit to the others; rows are dealt to them at random, each side evenly',
    },
    { name: 'ridge', takes: 'number', default: 1, says: 'penalty ½ ridge Σ β² of the fit (scikit-learn’s 1/C)' },
    {
      name: 'auc',
      takes: ['mean', 'pooled'],
      default: 'mean',
      says: 'mean: of the areas of the folds; pooled: one area over the scores of all rows (a little under 0.5 without drift)',
    },
    {
      name: 'permutations',
      takes: 'number',
      default: 0,
      says: 'random relabellings for p, each of which costs as much as the area itself; 0: no p',
    },
    {
      name: 'sampleSize',
      takes: 'number',
      default: 2000,
      says: 'rows a side at most; a larger side is drawn from at random',
    },
    {
      name: 'seed',
      takes: 'number',
      default: 0,
      says: 'seed of the random draws: the same seed gives the same result',
    },
  ],
};

/** Fit, area and p-value of the domain classifier. */
export interface DomainClassifierOptions {
  /** 2 … 255. Default 5. */
  folds?: number;
  /** Above 0. Default 1. */
  ridge?: number;
  /** Default `mean`: of the folds' areas. `pooled`: one area over the scores that all rows had while left out. */
  auc?: AucOver;
  /** Default 0: no p-value. */
  permutations?: number;
  /** Rows a side at most; from more, so many are drawn without replacement. Default 2000. */
  sampleSize?: number;
  /** Default 0. */
  seed?: number;
}

function problemOf(options: DomainClassifierOptions): DriftError | undefined {
  const { folds = 5, ridge = 1, sampleSize = 2000, permutations = 0, seed = 0 } = options;
  return optionProblem([
    ['folds', folds, 2, 255, 'whole'],
    ['ridge', ridge, Number.MIN_VALUE, Number.MAX_VALUE],
    ['sampleSize', sampleSize, 2 * folds, Infinity],
    ['permutations', permutations, 0, mostPermutations, 'whole'],
    ['seed', seed, -Number.MAX_VALUE, Number.MAX_VALUE],
  ]);
}

function rowsProblem({ facts: { nReference, nCurrent } }: PooledRows, needed: number): DriftError | undefined {
  if (nReference < needed) {
    return tooFewRows('reference', nReference, needed);
  }
  return nCurrent < needed ? tooFewRows('current', nCurrent, needed) : undefined;
}

function variantOf(
  { features, drawn }: PooledRows,
  folds: number,
  { auc = 'mean', ridge = 1, permutations = 0 }: DomainClassifierOptions
): string {
  const numeric = features.filter((feature) => 'numbers' in feature).length;
  const kinds = [numeric > 0 ? 'z and z² of numbers' : '', numeric < features.length ? 'one column a category' : ''];
  return [
    `AUC of a logistic domain classifier on ${kinds.filter((kind) => kind !== '').join(', ')}`,
    `ridge ${ridge}`,
    auc === 'mean' ? `mean of ${folds} folds` : `pooled over ${folds} folds`,
    ...(features.length > 1 ? [`${features.length} features`] : []),
    ...(drawn ? ['on rows drawn at random'] : []),
    ...(permutations > 0 ? [`p of ${permutations} permutations`] : []),
  ].join(', ');
}

/**
 * How well a ridge logistic regression tells the current rows of several features from the reference's: the area under
 * the ROC curve of rows it was not fitted to (stratified folds), about 0.5 without drift, to 1. Numbers enter as z and
 * z² (standardised over all rows), so that a change of spread is seen as well as of location; categories as a column
 * each. Rows belong together by their place; rows with a missing value are left out and counted.
 *
 * There is a p-value only by relabelling, on request. The law of Mann–Whitney does not hold for these areas: the fits
 * share rows, which makes the area's standard deviation 1.3 to 1.4 times as great: 9 to 12 % would be called
 * significant at 5 % without drift.
 * `too few rows` under twice `folds` a side; `not defined` where rows do not match over the features or a value is
 * infinite; `not numeric` where text meets numbers.
 */
export function domainClassifierAuc(
  sides: readonly FeatureSides[],
  options: DomainClassifierOptions = {}
): Comparison | DriftError {
  const { folds = 5, ridge = 1, auc = 'mean', sampleSize = 2000, permutations = 0 } = options;
  if (sides.length === 0) {
    return notDefined('A domain classifier needs at least one feature: choose some.');
  }
  const random = seededRandom(options.seed ?? 0);
  const pooled = problemOf(options) ?? pooledRows(sides, Math.floor(sampleSize), random);
  if (isDriftError(pooled)) {
    return pooled;
  }
  const problem = rowsProblem(pooled, 2 * folds);
  if (problem) {
    return problem;
  }
  const design = designOf(pooled.features, pooled.isCurrent.length);
  const areaOf = (isCurrent: Uint8Array) => crossValidatedAuc(design, isCurrent, { folds, ridge, auc }, random);
  const value = areaOf(pooled.isCurrent);
  const labels = pooled.isCurrent.slice();
  let reached = 0;
  for (let round = 0; round < permutations; round++) {
    reached += areaOf(shuffle(labels, random)) >= value - 1e-12 ? 1 : 0;
  }
  return {
    value,
    ...(permutations > 0 ? { pValue: (reached + 1) / (permutations + 1) } : {}),
    ...pooled.facts,
    variant: variantOf(pooled, folds, options),
  };
}

/** `domainClassifierAuc` of one feature. Numbers give the same result in whatever order they come. */
export function domainClassifier(
  reference: Sample,
  current: Sample,
  options: DomainClassifierOptions = {}
): Comparison | DriftError {
  if (isCategorical(reference) || isCategorical(current)) {
    return domainClassifierAuc([{ reference, current }], options);
  }
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const found = domainClassifierAuc([{ reference: p.sorted, current: q.sorted }], options);
  return isDriftError(found) ? found : { ...found, missingReference: p.missing, missingCurrent: q.missing };
}
