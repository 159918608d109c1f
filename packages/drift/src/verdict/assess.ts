import { tests } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, Direction, DriftError, Limit, State } from '../types.ts';
import type { CellMove } from './cell-moves.ts';
import { effectSize } from './effect-size.ts';
import type { EffectSize } from './effect-size.ts';
import { findingInWords, noveltyInWords } from './finding.ts';
import { judgeByRule, limitOfRule } from './judge-by-rule.ts';
import { defaultAlpha, judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import { measure } from './measure.ts';
import type { Measurement, MeasureOptions } from './measure.ts';
import { preparePair } from './pair.ts';
import type { Described } from './pair.ts';

/** What a verdict on one feature can be told. */
export interface AssessOptions extends MeasureOptions {
  /** Name of the feature, carried into the result. */
  feature?: string;
  /** Fewer rows on a side give no verdict. Default 30. */
  minimumRows?: number;
  /** p after correction over many features, where that was done outside. */
  adjustedPValue?: number;
  /** Judge by this limit instead of significance: one that is given, or drawn from chunks of the reference. */
  limit?: Limit;
}

/** The verdict on one feature with all that it rests on. */
export interface Assessment extends Judgement, Described {
  feature?: string;
  /** What was computed; absent where the data allowed no test. */
  test?: TestName;
  chosen?: ChosenTest;
  comparison?: Comparison;
  /** p of this test alone, and after the correction over features. */
  pValue?: number;
  adjustedPValue?: number;
  /** Rows on each side, missing values excluded. */
  nReference: number;
  nCurrent: number;
  /** The limit asked for; else the critical value of the test, or the value of the distance without drift. */
  limit?: Limit;
  /** The values that all but alpha of comparisons of these sizes have without drift, where that is known. */
  band?: readonly [low: number, high: number];
  /** How large the difference is, whatever the number of rows. */
  effectSize?: EffectSize;
  /** PSI beside the test, with its limit at these sizes; for the explanation, not for the verdict. */
  psi?: Comparison;
  psiLimit?: Limit;
  /** Every bin or category, the largest part of the PSI first. */
  moves: CellMove[];
  /** The finding in one plain sentence, without the feature's name. */
  sentence: string;
}

const statesOfErrors: Record<DriftError['error'], State> = {
  'no data': 'no data',
  'too few rows': 'too few rows',
  'not numeric': 'unknown scale',
  'not defined': 'unknown scale',
};

function withoutMeasurement(problem: DriftError, described: Described, options: AssessOptions): Assessment {
  const state = statesOfErrors[problem.error];
  return {
    ...(options.feature === undefined ? {} : { feature: options.feature }),
    ...described,
    state,
    basis: 'significance',
    reason: problem.message,
    sentence: `${state}: ${problem.message}${noveltyInWords(described)}`,
    nReference: described.reference.n,
    nCurrent: described.current.n,
    moves: [],
  };
}

/** What values without drift span: up to the limit, or as far below 0 as above it. */
function bandOf(limit: Limit | undefined, direction: Direction): [number, number] | undefined {
  return limit && [direction === 'two-sided' ? -limit.value : 0, limit.value];
}

/** The verdict on a measurement, with the corrected p in `options`. */
export function assessMeasurement(
  measurement: Measurement | DriftError,
  described: Described,
  options: AssessOptions = {}
): Assessment {
  if (isDriftError(measurement)) {
    return withoutMeasurement(measurement, described, options);
  }
  const { comparison, test } = measurement;
  const { nReference, nCurrent, pValue } = comparison;
  const { feature, adjustedPValue = pValue, alpha = defaultAlpha, minimumRows } = options;
  const { rule } = measurement;
  const limit = options.limit ?? (rule ? limitOfRule(rule) : measurement.limit);
  const { direction } = tests[test].description;
  const facts = {
    nReference,
    nCurrent,
    ...(limit ? { limit } : {}),
    ...(pValue === undefined ? {} : { pValue }),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
  };
  const evidence = {
    ...facts,
    ...(options.limit ? { pValue: null, adjustedPValue: null } : {}),
    value: comparison.value,
    direction,
    alpha,
    ...(minimumRows === undefined ? {} : { minimumRows }),
  };
  const judgement = rule && !options.limit ? judgeByRule(rule, comparison, adjustedPValue) : judge(evidence);
  const band = bandOf(measurement.limit, direction);
  const effect = effectSize(measurement.chosen, comparison);
  return {
    ...(feature === undefined ? {} : { feature }),
    ...measurement,
    ...described,
    ...facts,
    ...judgement,
    ...(band ? { band } : {}),
    ...(effect ? { effectSize: effect } : {}),
    sentence: findingInWords(judgement, measurement, described),
  };
}

/**
 * The verdict on one feature from its rows (or counts): the test by type (numbers and bins: KS; categories and numbers
 * of few values: χ² contingency; or `tests`), PSI beside it, effect size, the limit with its origin, the state, and one
 * sentence why. A distance without a textbook p is judged by what it is without drift (`nullScale`).
 * Never throws for bad data: the state and the sentence say what is wrong.
 */
export function assess(reference: Sample, current: Sample, options: AssessOptions = {}): Assessment {
  const pair = preparePair(reference, current, options);
  return assessMeasurement(measure(pair, options), pair.described, options);
}
