import type { DriftError } from '../types.ts';
import { chiSquareCritical, chiSquarePValue } from '../tests/chi-square-p-value.ts';

/** χ² stands for the multinomial only where every bin expects at least this many rows (Cochran 1954). */
export const leastExpected = 5;

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
    message: `The emptiest bin expects ${expected.toPrecision(2)} rows of ${Math.min(n, m)}, ${leastExpected} are needed for a limit: use fewer bins or more rows.`,
  };
}

/**
 * The PSI that samples of n and m rows without any drift exceed with probability alpha:
 * (1/n + 1/m) · χ²₁₋α with B − 1 degrees of freedom, as PSI ≈ Σ (q − p)² / p for near shares.
 * `bins`: how many (equal shares are assumed), or the share of each. `too few rows` where a bin expects under 5.
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

/** P(PSI ≥ psi) without drift, by the same law. `too few rows` where a bin expects under 5. */
export function psiPValue(psi: number, shares: ArrayLike<number>, n: number, m: number): number | DriftError {
  const df = shares.length - 1;
  return df < 1 ? 1 : (tooFewForBins(shares, n, m) ?? chiSquarePValue(psi / (1 / n + 1 / m), df));
}
