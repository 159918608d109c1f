import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';

/** Above this many terms the sum is taken over every s-th term: see `smirnovUpperTail`. */
const maxTerms = 40_000;

/** C(n, j) p^j (1 − p)^(n − j) at p = x + j/n, in Loader's saddle-point form. */
function binomialProbability(n: number, j: number, x: number): number {
  const successes = j + n * x;
  const failures = n - j - n * x;
  if (failures < 0) {
    return 0;
  }
  if (j === 0) {
    return Math.exp(n * Math.log1p(-x));
  }
  const exponent =
    stirlingError(n) - stirlingError(j) - stirlingError(n - j) - deviance(j, successes) - deviance(n - j, failures);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * j * (n - j)));
}

/**
 * P(D⁺ ≥ x) of the one-sided, one-sample Kolmogorov–Smirnov statistic for n rows, 0 < x < 1.
 *
 * Birnbaum & Tingey (1951): x Σ_j C(n, j) (x + j/n)^(j−1) (1 − x − j/n)^(n−j), 0 ≤ j ≤ n (1 − x). All terms are
 * positive, so the sum is accurate relative to itself however small it is.
 * For large n the terms are a smooth function of j that vanishes at both ends (n x² ≥ 2 is required of the caller
 * there), so that every s-th term times s gives the same sum to rounding (trapezoidal rule).
 */
export function smirnovUpperTail(n: number, x: number): number {
  const last = Math.floor(n * (1 - x));
  const stride = Math.max(1, Math.floor(last / maxTerms));
  let sum = 0;
  for (let j = 0; j <= last && j < n; j += stride) {
    sum += binomialProbability(n, j, x) / (x + j / n);
  }
  return Math.min(1, x * stride * sum);
}
