/**
 * Q(x) = P(K ≥ x) of Kolmogorov's limit distribution, K = lim √n D_n.
 *
 * Large x: 2 Σ (−1)^(k−1) exp(−2 k² x²). Small x: 1 − √(2π)/x Σ exp(−(2k − 1)² π² / (8 x²)), the same sum after
 * Jacobi's transformation (Feller 1948).
 */
export function kolmogorovUpperTail(x: number): number {
  if (Number.isNaN(x)) {
    return NaN;
  }
  if (x <= 0.04) {
    return 1;
  }
  let sum = 0;
  if (x < 0.8) {
    for (let odd = 7; odd >= 1; odd -= 2) {
      sum += Math.exp((-odd * odd * Math.PI * Math.PI) / (8 * x * x));
    }
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 6; k >= 1; k--) {
    sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  }
  return 2 * sum;
}
