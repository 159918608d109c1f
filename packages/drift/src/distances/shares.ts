import { totalOf } from '../samples/aligned-bins.ts';

/** Weights divided by their sum. */
export function shares(weights: ArrayLike<number>): Float64Array {
  const total = totalOf(weights);
  return Float64Array.from(weights, (weight) => weight / total);
}
