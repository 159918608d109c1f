import { rowsUpTo } from '../bins/rows-below.ts';
import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';

/** Impact of each feature's drift, in the order given. */
export interface DriftImpact {
  /** importance × drift; NaN where one of them is not known. */
  impact: Float64Array;
  /** 1 is the greatest; equal impacts share the better rank. NaN where there is no impact. */
  ranks: Float64Array;
  /** Features without an impact. */
  unknown: number;
}

/**
 * Drift impact = importance × drift (Fiddler): the drift that matters to the model comes first.
 * `not defined` where the lengths differ.
 */
export function driftImpact(drift: ArrayLike<number>, importance: ArrayLike<number>): DriftImpact | DriftError {
  if (drift.length !== importance.length) {
    return notDefined(
      `There are ${drift.length} drifts and ${importance.length} importances: each feature needs both.`
    );
  }
  const impact = Float64Array.from(drift, (size, i) => size * (importance[i] ?? NaN));
  const known = impact.filter((x) => !Number.isNaN(x)).sort();
  const ranks = impact.map((x) => {
    if (Number.isNaN(x)) {
      return NaN;
    }
    // One more than how many are greater.
    return known.length - rowsUpTo(x, known) + 1;
  });
  return { impact, ranks, unknown: impact.length - known.length };
}
