import type { CommonCells } from '../bins/common-cells.ts';
import { totalOf } from '../samples/aligned-bins.ts';

/** Weights divided by their sum. */
export function shares(weights: ArrayLike<number>): Float64Array {
  const total = totalOf(weights);
  const divided = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    divided[i] = (weights[i] ?? NaN) / total;
  }
  return divided;
}

/** Share of each cell in the rows of both sides together. */
export function pooledSharesOf({ reference, current }: Pick<CommonCells, 'reference' | 'current'>): Float64Array {
  return shares(reference.map((count, i) => count + (current[i] ?? 0)));
}
