import type { Random } from '../random/seeded-random.ts';
import { shuffle } from '../random/shuffle.ts';
import { offset } from './gaussian-kernel.ts';
import type { PairMatrix } from './gaussian-kernel.ts';

export type MmdEstimator = 'unbiased' | 'biased';

/** Sums that stay the same whichever rows are called reference: each row's with all others, and of all pairs. */
interface KernelSums {
  ofRow: Float64Array;
  total: number;
}

function kernelSums({ rows, packed }: PairMatrix): KernelSums {
  const ofRow = new Float64Array(rows);
  let total = 0;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = i + 1; j < rows; j++) {
      const value = packed[at] ?? NaN;
      sum += value;
      ofRow[j] = (ofRow[j] ?? NaN) + value;
      at += 1;
    }
    ofRow[i] = (ofRow[i] ?? NaN) + sum;
    total += sum;
  }
  return { ofRow, total };
}

/** Σ over pairs of the chosen rows, given in ascending order. */
function sumAmong(chosen: Uint32Array, { rows, packed }: PairMatrix): number {
  let sum = 0;
  for (let a = 0; a < chosen.length; a++) {
    const from = offset(chosen[a] ?? NaN, rows);
    for (let b = a + 1; b < chosen.length; b++) {
      sum += packed[from + (chosen[b] ?? NaN)] ?? NaN;
    }
  }
  return sum;
}

/** Mean of the kernel over the pairs of one side: off the diagonal, or with it (where it is 1). */
function meanWithin(pairSum: number, rows: number, estimator: MmdEstimator): number {
  return estimator === 'unbiased' ? (2 * pairSum) / (rows * (rows - 1)) : (2 * pairSum + rows) / (rows * rows);
}

/**
 * MMD² of the rows chosen against all others. Only the pairs among the chosen are added up: what is left follows from the
 * sums that do not change. O(chosen²).
 */
function mmdOfChoice(chosen: Uint32Array, kernel: PairMatrix, sums: KernelSums, estimator: MmdEstimator): number {
  const few = chosen.length;
  const many = kernel.rows - few;
  const among = sumAmong(chosen, kernel);
  const withAll = chosen.reduce((sum, row) => sum + (sums.ofRow[row] ?? NaN), 0);
  const across = withAll - 2 * among;
  const others = sums.total - withAll + among;
  return meanWithin(among, few, estimator) + meanWithin(others, many, estimator) - (2 * across) / (few * many);
}

/** MMD², and how many random choices of as many rows reach it. */
export interface MmdFound {
  value: number;
  reached: number;
}

/**
 * MMD² of the first n rows against the others, and the count of `permutations` random relabellings that reach it.
 * Differences within rounding count as reached.
 */
export function permutedMmd(
  kernel: PairMatrix,
  n: number,
  estimator: MmdEstimator,
  { permutations, random }: { permutations: number; random: Random }
): MmdFound {
  const sums = kernelSums(kernel);
  const few = Math.min(n, kernel.rows - n);
  const first = n === few ? 0 : n;
  const own = Uint32Array.from({ length: few }, (_, i) => first + i);
  const value = mmdOfChoice(own, kernel, sums, estimator);
  const rows = Uint32Array.from({ length: kernel.rows }, (_, i) => i);
  let reached = 0;
  for (let round = 0; round < permutations; round++) {
    const chosen = shuffle(rows, random, few).slice(0, few).sort();
    reached += mmdOfChoice(chosen, kernel, sums, estimator) >= value - 1e-13 ? 1 : 0;
  }
  return { value, reached };
}
