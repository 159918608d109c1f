import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma.ts';

/** Complementary error function: erfc(x) = Q(½, x²) for x ≥ 0 (Abramowitz & Stegun 6.5.17). */
export function erfc(x: number): number {
  return x >= 0 ? upperIncompleteGamma(0.5, x * x) : 1 + lowerIncompleteGamma(0.5, x * x);
}

/** P(Z > z) of the standard normal distribution, accurate in the far tail. */
export function normalUpperTail(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}
