/** Midpoint nodes of Gauss–Chebyshev quadrature on each half-period: exact to rounding for what is left of the integrand. */
const nodes = 48;

/** ∫ from a to a + π of (2/t) √(t / |sin t|) exp(−x t²/2) dt, its end points' 1/√ singularities taken up by t = c + (π/2) cos θ. */
function halfPeriod(a: number, x: number): number {
  const centre = a + Math.PI / 2;
  let sum = 0;
  for (let k = 0; k < nodes; k++) {
    const theta = ((2 * k + 1) * Math.PI) / (2 * nodes);
    const t = centre + (Math.PI / 2) * Math.cos(theta);
    // |sin t| = cos((π/2) cos θ) on every half-period; written so that the ends keep their digits.
    const sine = Math.sin((Math.PI / 2) * (1 - Math.abs(Math.cos(theta))));
    sum += (2 / t) * Math.sqrt(t / sine) * Math.exp((-x * t * t) / 2) * Math.sin(theta);
  }
  return (sum * Math.PI * Math.PI) / (2 * nodes);
}

/**
 * P(W² ≥ x) of the limit distribution of the Cramér–von Mises statistic.
 * N. V. Smirnov (1936): (1/π) Σ (−1)^(k+1) ∫ (2/t) √(−t / sin t) exp(−x t²/2) dt over ((2k − 1)π, 2kπ), y = t².
 * The first term rules the tail, so small p keep their digits; scipy forms 1 − P and loses them.
 */
export function cramerVonMisesLimitTail(x: number): number {
  if (Number.isNaN(x)) {
    return NaN;
  }
  if (x < 0.003) {
    return 1;
  }
  let sum = 0;
  for (let k = 1; k < 400; k++) {
    const a = (2 * k - 1) * Math.PI;
    const term = halfPeriod(a, x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17 * sum) {
      break;
    }
  }
  return Math.min(1, Math.max(0, sum / Math.PI));
}
