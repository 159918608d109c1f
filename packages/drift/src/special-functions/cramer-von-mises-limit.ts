import { alternatingTail, halfWave, nodesFor } from './half-waves.ts';

/**
 * P(W² ≥ x) of the limit distribution of the Cramér–von Mises statistic.
 * N. V. Smirnov (1936): (1/π) Σ (−1)^(k+1) ∫ (2/t) √(−t / sin t) exp(−x t²/2) dt over ((2k − 1)π, 2kπ), y = t².
 * Small p keep their digits, down to 1e-300; scipy forms 1 − P and loses them.
 */
export function cramerVonMisesLimitTail(x: number): number {
  if (Number.isNaN(x)) {
    return NaN;
  }
  if (x < 0.003) {
    return 1;
  }
  const nodes = nodesFor(x);
  return alternatingTail((k) =>
    halfWave([(2 * k - 0.5) * Math.PI, Math.PI / 2], nodes, (t) => (2 / t) * Math.sqrt(t) * Math.exp((-x * t * t) / 2))
  );
}
