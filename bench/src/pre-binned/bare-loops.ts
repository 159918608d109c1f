import type { ChunkTest } from '@soundcheck/drift';
import { bareShares } from './bare-shares.ts';

/** The value of every chunk: `counts` holds chunk after chunk of the reference's cells. */
export type BareLoop = (reference: Float64Array, counts: Float64Array, values: Float64Array) => void;

function sum(counts: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) {
    total += counts[i] ?? 0;
  }
  return total;
}

function bareKs(reference: Float64Array, counts: Float64Array, values: Float64Array): void {
  const cells = reference.length;
  const n = sum(reference, 0, cells);
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    const m = sum(counts, from, from + cells);
    let [below, belowCurrent, most] = [0, 0, 0];
    for (let i = 0; i < cells - 1; i++) {
      below += reference[i] ?? 0;
      belowCurrent += counts[from + i] ?? 0;
      const gap = Math.abs(below / n - belowCurrent / m);
      most = gap > most ? gap : most;
    }
    values[chunk] = most;
  }
}

function bareChiSquare(reference: Float64Array, counts: Float64Array, values: Float64Array): void {
  const cells = reference.length;
  const n = sum(reference, 0, cells);
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    const m = sum(counts, from, from + cells);
    let total = 0;
    for (let i = 0; i < cells; i++) {
      const [a, b] = [reference[i] ?? 0, counts[from + i] ?? 0];
      const [p, q] = [((a + b) * n) / (n + m), ((a + b) * m) / (n + m)];
      total += ((a - p) * (a - p)) / p + ((b - q) * (b - q)) / q;
    }
    values[chunk] = total;
  }
}

/** The formulas with nothing around them: no check, no rule for empty cells, no option. */
export const bareLoops: Record<ChunkTest, BareLoop> = {
  ...bareShares,
  ks: bareKs,
  'l-infinity': bareKs,
  'chi-square': bareChiSquare,
};
