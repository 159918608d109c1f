import { logGamma } from '../special-functions/log-gamma.ts';

/** ln of the chance that the lowest k of n + m rows in random order are all among the m: C(n + m − k, n) / C(n + m, n). */
function logAllLowest(k: number, n: number, m: number): number {
  return logGamma(n + m - k + 1) - logGamma(m - k + 1) - logGamma(n + m + 1) + logGamma(m + 1);
}

/**
 * The chance that k or more of m further rows lie outside the range of n rows of the same law, without ties (with ties
 * it is less). The rows beyond either end add up to k or more with chance g(k) (1 + k n / (n + m − k)), g(k) the chance
 * that the k lowest are all further ones: the tail of the beta-binomial law of 2 and n − 1.
 */
export function outsideTail(k: number, n: number, m: number): number {
  if (k <= 0) {
    return 1;
  }
  return k > m ? 0 : Math.exp(logAllLowest(k, n, m)) * (1 + (k * n) / (n + m - k));
}

/** The most rows of m that may lie outside: more do so with a chance of at most `level`. */
export function mostOutside(n: number, m: number, level: number): number {
  let [low, high] = [-1, m];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (outsideTail(middle + 1, n, m) <= level) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
