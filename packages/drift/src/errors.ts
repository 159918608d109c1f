import type { DriftError } from './types.ts';

/** The two sides of every comparison. */
export type Side = 'reference' | 'current';

/**
 * Tells a result from the reason why there is none.
 * Every function that may give a `DriftError` has its result looked at by this first.
 */
export function isDriftError(result: unknown): result is DriftError {
  return typeof result === 'object' && result !== null && 'error' in result && 'message' in result;
}

export function noData(side: Side): DriftError {
  return {
    error: 'no data',
    message: `The ${side} sample holds no value: widen its range, or check that the feature is sent.`,
  };
}

export function tooFewRows(side: Side, rows: number, needed: number): DriftError {
  return {
    error: 'too few rows',
    message: `The ${side} sample has ${rows} ${rows === 1 ? 'row' : 'rows'} with a value, ${needed} are needed: widen its range.`,
  };
}

export function notNumeric(side: Side): DriftError {
  return {
    error: 'not numeric',
    message: `The ${side} sample holds text or binned counts where this test needs numbers: choose a test for categories or for bins.`,
  };
}

export function notDefined(message: string): DriftError {
  return { error: 'not defined', message };
}

export function weightsNotDefined(): DriftError {
  return notDefined(
    'Weights are not defined for this test: it needs a number of rows, which weights do not give. Leave the weights out, or take psi, hellinger, total-variation, wasserstein or energy.'
  );
}
