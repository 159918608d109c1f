import { stirlingError } from './stirling-error.ts';

const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(z) for z > 0; NaN otherwise. Absolute error about 1e-15 · max(1, |ln Γ(z)|). */
export function logGamma(z: number): number {
  if (!(z > 0)) {
    return NaN;
  }
  if (z === Infinity) {
    return Infinity;
  }
  if (z === 1 || z === 2) {
    return 0;
  }
  return (z - 0.5) * Math.log(z) - z + halfLogTwoPi + stirlingError(z);
}
