import { harmonic, harmonicOfSquares } from '../special-functions/harmonic.ts';

/** Variance of the limit of A²: 2 Σ 1 / (j (j + 1))². */
export const limitVariance = 2 * (Math.PI ** 2 / 3 - 3);

/**
 * Variance of the two-sample A² without ties, n + m ≥ 4: Scholz & Stephens (1987), eq. 4, for k = 2.
 * Their h is a harmonic number, their double sum g = Σ Σ 1 / ((N − i) j), i < j < N, is Σ 1/i² − 2 Σ 1/i / N + 1/N²
 * (both sums to N), so that no loop is needed.
 */
export function andersonDarlingVariance(n: number, m: number): number {
  const rows = n + m;
  const inverse = 1 / n + 1 / m;
  const h = harmonic(rows - 1);
  const g = harmonicOfSquares(rows) - (2 * harmonic(rows)) / rows + 1 / rows ** 2;
  const a = 4 * g - 6 + (10 - 6 * g) * inverse;
  const b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
  const c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * inverse + 4 * h;
  const d = 4 * (2 * h + 6) - 8 * h;
  return (((a * rows + b) * rows + c) * rows + d) / ((rows - 1) * (rows - 2) * (rows - 3));
}
