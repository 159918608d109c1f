import { durbinDistribution } from './durbin-matrix.ts';
import { pelzGoodDistribution } from './pelz-good.ts';
import { smirnovUpperTail } from './smirnov.ts';
import { stirlingError } from './stirling-error.ts';

function clip(p: number): number {
  return Math.min(1, Math.max(0, p));
}

/** n!/nⁿ (2nd − 1)ⁿ: P(D_n ≤ d) for ½ ≤ nd ≤ 1 (Ruben & Gambino 1982). */
function leastDistribution(n: number, nd: number): number {
  return Math.exp(0.5 * Math.log(2 * Math.PI * n) + stirlingError(n) - n + n * Math.log(2 * nd - 1));
}

/**
 * P(D_n ≥ d) of the two-sided one-sample Kolmogorov–Smirnov statistic for n rows: scipy's `kstwo.sf`.
 *
 * Which method where follows R. Simard, P. L'Ecuyer, J. Stat. Software 39(11), 2011, table 1, with the matrix form also
 * where they take Pomeranz's recursion (both are exact). Far tails keep their digits: twice a sum of positive terms.
 */
export function oneSampleKsUpperTail(d: number, n: number): number {
  if (!(n >= 1) || Number.isNaN(d)) {
    return NaN;
  }
  const nd = n * d;
  if (nd <= 0.5) {
    return 1;
  }
  if (d >= 1) {
    return 0;
  }
  if (nd <= 1) {
    return clip(1 - leastDistribution(n, nd));
  }
  if (nd >= n - 1) {
    return clip(2 * Math.exp(n * Math.log1p(-d)));
  }
  const ndSquare = nd * d;
  if (d >= 0.5 || ndSquare > (n <= 140 ? 4 : 2.2)) {
    return clip(2 * smirnovUpperTail(n, d));
  }
  // Below this the distribution function is under 1e-17 for every n.
  if (ndSquare < 0.028) {
    return 1;
  }
  const exact = n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4);
  return clip(1 - (exact ? durbinDistribution(n, d) : pelzGoodDistribution(n, d)));
}
