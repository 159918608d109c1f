/**
 * P(√n V ≥ x) of Kuiper's limit distribution: 2 Σ (4 k² x² − 1) exp(−2 k² x²) (Kuiper 1960). Under x = 0.4 it is 1 to
 * seven digits, and the sum would need ever more terms.
 */
export function kuiperUpperTail(x: number): number {
  if (Number.isNaN(x)) {
    return NaN;
  }
  if (x < 0.4) {
    return 1;
  }
  let sum = 0;
  for (let k = 12; k >= 1; k--) {
    const square = (k * x) ** 2;
    sum += (4 * square - 1) * Math.exp(-2 * square);
  }
  return Math.min(1, 2 * sum);
}
