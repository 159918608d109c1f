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
