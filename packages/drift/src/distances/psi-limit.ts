import type { DriftError } from '../types.ts';
import { chiSquareCritical, chiSquarePValue } from '../tests/chi-square-p-value.ts';

/**
 * χ² stands for the law of a divergence only where every bin expects at least this many rows. Simulated (docs/statistics.md):
 * nominal 5 % are 5.5–6.5 % at 20, 6–8.5 % at 10, and 8–21 % at 5, the rule of thumb for χ² itself, since ln q / p is far
 * from a straight line where q is by chance a small part of p.
 */
export const leastExpected = 20;

/** Expected rows of the emptiest bin: under equal shares for a number of bins, else under the shares given. */
function expectedOfEmptiest(bins: number | ArrayLike<number>, rows: number): number {
  return rows * (typeof bins === 'number' ? 1 / bins : Math.min(...Array.from(bins)));
}

function tooFewForBins(bins: number | ArrayLike<number>, n: number, m: number): DriftError | undefined {
  const expected = expectedOfEmptiest(bins, Math.min(n, m));
  if (expected >= leastExpected) {
    return undefined;
  }
  return {
    error: 'too few rows',
    message: `The emptiest bin expects ${expected.toPrecision(2)} rows of ${Math.min(n, m)}, ${leastExpected} are needed for a limit: use fewer bins, more rows, or a limit by permutation.`,
  };
}

/**
 * The PSI that samples of n and m rows without any drift exceed with probability alpha:
 * (1/n + 1/m) · χ²₁₋α with B − 1 degrees of freedom, as PSI ≈ Σ (q − p)² / p for near shares.
 * `bins`: how many (equal shares are assumed), or the share of each. `too few rows` where a bin expects under 20: `nullScale` has a limit there.
 */
export function psiLimit(bins: number | ArrayLike<number>, n: number, m: number, alpha = 0.05): number | DriftError {
  const count = typeof bins === 'number' ? bins : bins.length;
  if (count < 2) {
    return {
      error: 'not defined',
      message: 'One bin cannot show drift: the reference is constant, or give more bins.',
    };
  }
  return tooFewForBins(bins, n, m) ?? (1 / n + 1 / m) * chiSquareCritical(alpha, count - 1);
}

/** P(PSI ≥ psi) without drift, by the same law. `too few rows` where a bin expects under 20: `nullScale` has a limit there. */
export function psiPValue(psi: number, shares: ArrayLike<number>, n: number, m: number): number | DriftError {
  const df = shares.length - 1;
  return df < 1 ? 1 : (tooFewForBins(shares, n, m) ?? chiSquarePValue(psi / (1 / n + 1 / m), df));
}
