import { alternatingTail, halfWave, nodesFor } from './half-waves.ts';

/**
 * P(A² ≥ x) of the limit distribution of the Anderson–Darling statistic, Σ χ²₁ / (j (j + 1)).
 *
 * Smirnov's formula with the determinant −cos(½π √(1 + 4y)) / (π y) of Anderson & Darling (1952), y = (s² − 1)/4:
 * (1/π) Σ (−1)^(k+1) ∫ (s / 2y) √(π y / |cos(π s / 2)|) exp(−x y / 2) ds over (4k − 1, 4k + 1).
 * Small p keep their digits, down to 1e-300. Under x = 0.03 the distribution function is below 1e-16.
 */
export function andersonDarlingLimitTail(x: number): number {
  if (Number.isNaN(x)) {
    return NaN;
  }
  if (x < 0.03) {
    return 1;
  }
  const nodes = nodesFor(x);
  return alternatingTail((k) =>
    halfWave([4 * k, 1], nodes, (s) => {
      const y = (s * s - 1) / 4;
      return (s / (2 * y)) * Math.sqrt(Math.PI * y) * Math.exp((-x * y) / 2);
    })
  );
}
