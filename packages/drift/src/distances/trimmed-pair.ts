import { quantile } from '../bins/quantile.ts';
import { rowsBelow, rowsUpTo } from '../bins/rows-below.ts';
import { notDefined } from '../errors.ts';
import { plainCurve } from '../samples/step-curve.ts';
import type { StepCurve } from '../samples/step-curve.ts';
import type { DriftError } from '../types.ts';
import type { CurvePair } from './cumulative-gap.ts';

/** The values between the quantiles at `trim` and 1 − `trim` (type 7), both included. */
function trimmed({ at, missing }: StepCurve, trim: number): StepCurve {
  const sample = { sorted: at, missing };
  const from = rowsBelow(quantile(sample, trim), at);
  const to = rowsUpTo(quantile(sample, 1 - trim), at);
  return plainCurve(at.subarray(from, to), missing);
}

/**
 * Both samples without the share `trim` at either end, each by its own quantiles, as deepchecks' `margin_quantile_filter`.
 * Refused for weighted rows, where a share at 0.5 or more leaves nothing, and where no row lies between the quantiles.
 */
export function trimmedPair({ reference, current }: CurvePair, trim: number): CurvePair | DriftError {
  if (!(trim >= 0 && trim < 0.5)) {
    return notDefined(`The share to cut at both ends is ${trim}: give 0 or more, and less than 0.5.`);
  }
  if (reference.weights || current.weights) {
    return notDefined('Trimming is not defined for weighted rows: leave out the weights, or set trim to 0.');
  }
  const pair = { reference: trimmed(reference, trim), current: trimmed(current, trim) };
  return pair.reference.n > 0 && pair.current.n > 0
    ? pair
    : notDefined(`No row is left between the quantiles at ${trim} and ${1 - trim}: cut less, or use more rows.`);
}
