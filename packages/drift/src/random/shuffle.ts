import type { Random } from './seeded-random.ts';

/** An array whose places can be swapped. */
interface Swappable<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Brings `count` places (default all) from the front into random order, in place, each order equally likely: afterwards
 * the first `count` are a random draw without replacement. Fisher–Yates (Durstenfeld 1964). O(count). Returns the array.
 */
export function shuffle<A extends Swappable<unknown>>(values: A, random: Random, count = values.length): A {
  const last = values.length - 1;
  for (let i = 0; i < Math.min(count, last); i++) {
    const other = i + random.below(last + 1 - i);
    const kept = values[i];
    values[i] = values[other];
    values[other] = kept;
  }
  return values;
}
