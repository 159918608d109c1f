import { solveDecreasing, upperEnd } from '../special-functions/find-root.ts';
import { upperIncompleteGamma } from '../special-functions/incomplete-gamma.ts';

/** P(χ² ≥ statistic) for df > 0 degrees of freedom: scipy's `chi2.sf`. Keeps its digits down to 1e-300. */
export function chiSquarePValue(statistic: number, df: number): number {
  return upperIncompleteGamma(df / 2, statistic / 2);
}

/** The χ² that is exceeded with probability alpha, 0 < alpha < 1: scipy's `chi2.isf`. */
export function chiSquareCritical(alpha: number, df: number): number {
  const tail = (x: number) => chiSquarePValue(x, df);
  return solveDecreasing(tail, alpha, [0, upperEnd(tail, alpha, df + 1)]);
}
