import { isDriftError, notDefined, tooFewRows } from '../errors.ts';
import { bothSides } from '../samples/both-sides.ts';
import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { moments } from '../samples/moments.ts';
import type { Moments } from '../samples/moments.ts';
import { numericValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { tPValue } from './t-p-value.ts';

/** Variance of the difference of the means, and its degrees of freedom. */
export interface StandardError {
  variance: number;
  df: number;
}

/** What both t tests share: t = (mean of reference − mean of current) / standard error, with the two-sided p. */
export function meanDifference(
  reference: Sample,
  current: Sample,
  { variant, standardError }: { variant: string; standardError: (p: Moments, q: Moments) => StandardError }
): Comparison | DriftError {
  const sides = bothSides(reference, current, numericValues);
  if (isDriftError(sides)) {
    return sides;
  }
  const { reference: p, current: q } = sides;
  for (const [side, sample] of [
    ['reference', p],
    ['current', q],
  ] as const) {
    if (sample.values.length < 2) {
      return tooFewRows(side, sample.values.length, 2);
    }
  }
  const unit = binaryUnit(p.values, q.values);
  const left = moments(inUnit(p.values, unit));
  const right = moments(inUnit(q.values, unit));
  const difference = left.mean - right.mean + (left.rest - right.rest);
  if (!Number.isFinite(difference) || !Number.isFinite(left.variance + right.variance)) {
    return notDefined('A sample holds infinite values, so it has no mean: take them out, or use a test of ranks (ks).');
  }
  const { variance, df } = standardError(left, right);
  if (variance === 0 && difference === 0) {
    return notDefined('Both samples are the same constant: t is 0/0. Watch the feature for being constant instead.');
  }
  const value = difference / Math.sqrt(variance);
  return {
    value,
    pValue: tPValue(value, df),
    df,
    nReference: left.n,
    nCurrent: right.n,
    missingReference: p.missing,
    missingCurrent: q.missing,
    variant,
  };
}
