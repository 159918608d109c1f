import { solveDecreasing, upperEnd } from '../special-functions/find-root.ts';
import { incompleteBeta } from '../special-functions/incomplete-beta.ts';

/** From here on the tail is a power of t to every digit, and t² may overflow. */
const farOut = 1e100;

/**
 * Two-sided P(|T| ≥ |t|) of Student's t with df > 0 degrees of freedom: 2 · scipy's `t.sf(|t|)`.
 * I_{df/(df + t²)}(df/2, ½), Abramowitz & Stegun 26.7.1. Keeps its digits down to 1e-300.
 */
export function tPValue(t: number, df: number): number {
  if (Math.abs(t) === Infinity) {
    return 0;
  }
  if (Math.abs(t) > farOut) {
    return tPValue(farOut, df) * (farOut / Math.abs(t)) ** df;
  }
  const square = t * t;
  return incompleteBeta(df / 2, 0.5, [df / (df + square), square / (df + square)]);
}

/** The |t| that is exceeded with two-sided probability alpha, 0 < alpha < 1. */
export function tCritical(alpha: number, df: number): number {
  const tail = (t: number) => tPValue(t, df);
  return solveDecreasing(tail, alpha, [0, upperEnd(tail, alpha, 2)]);
}
