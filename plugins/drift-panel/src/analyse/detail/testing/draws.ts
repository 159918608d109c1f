import { normalNumbers, seededRandom } from '@soundcheck/drift';

/** n normal numbers of standard deviation 1 around a mean. */
export function normal(n: number, mean: number, seed: number): Float64Array {
  const next = normalNumbers(seededRandom(seed));
  return Float64Array.from({ length: n }, () => mean + next());
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The result, where there is one. */
export function present<T extends object>(found: T | { absent: string }): T {
  if ('absent' in found) {
    throw new Error(found.absent);
  }
  return found;
}
