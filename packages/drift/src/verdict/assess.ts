import type { TestName } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError, Limit, State } from '../types.ts';
import type { CellMove } from './cell-moves.ts';
import { findingInWords, noveltyInWords } from './finding.ts';
import { defaultAlpha, judge } from './judge.ts';
import type { Judgement } from './judge.ts';
import { measure } from './measure.ts';
import type { Measurement, MeasureOptions } from './measure.ts';
import { preparePair } from './pair.ts';
import type { Described } from './pair.ts';

export interface AssessOptions extends MeasureOptions {
  /** Name of the feature, carried into the result. */
  feature?: string;
  /** Fewer rows on a side give no verdict. Default 30. */
  minimumRows?: number;
  /** p after correction over many features, where that was done outside. */
  adjustedPValue?: number;
}

/** The verdict on one feature with all that it rests on. */
export interface Assessment extends Judgement, Described {
  feature?: string;
  /** What was computed; absent where the data allowed no test. */
  test?: TestName;
  comparison?: Comparison;
  pValue?: number;
  adjustedPValue?: number;
  nReference: number;
  nCurrent: number;
  /** Critical value of the test. */
  limit?: Limit;
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

/** The verdict on a measurement, with the corrected p in `options`. */
export function assessMeasurement(
  measurement: Measurement | DriftError,
  described: Described,
  options: AssessOptions = {}
): Assessment {
  if (isDriftError(measurement)) {
    return withoutMeasurement(measurement, described, options);
  }
  const { comparison, limit } = measurement;
  const { nReference, nCurrent, pValue } = comparison;
  const { feature, adjustedPValue = pValue, alpha = defaultAlpha, minimumRows } = options;
  const facts = {
    nReference,
    nCurrent,
    ...(limit ? { limit } : {}),
    ...(pValue === undefined ? {} : { pValue }),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
  };
  const judgement = judge({
    ...facts,
    value: comparison.value,
    direction: 'high',
    alpha,
    ...(minimumRows === undefined ? {} : { minimumRows }),
  });
  return {
    ...(feature === undefined ? {} : { feature }),
    ...measurement,
    ...described,
    ...facts,
    ...judgement,
    sentence: findingInWords(judgement, measurement, described),
  };
}

/**
 * The verdict on one feature from its rows (or counts): the test by type (numbers and bins: KS; categories and numbers
 * of few values: χ² contingency), PSI beside it, the limit with its origin, the state, and one sentence why.
 * Never throws for bad data: the state and the sentence say what is wrong.
 */
export function assess(reference: Sample, current: Sample, options: AssessOptions = {}): Assessment {
  const pair = preparePair(reference, current, options);
  return assessMeasurement(measure(pair, options), pair.described, options);
}
