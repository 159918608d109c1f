import type { Comparison, CategoryCounts, DriftError } from '../types.ts';

/** Counts as the tables print them ("10 0 30"), over categories c0, c1, … */
export function countSide(counts: string | readonly number[]): CategoryCounts {
  const numbers = typeof counts === 'string' ? counts.split(' ').map(Number) : [...counts];
  return { categories: numbers.map((_, i) => `c${i}`), counts: numbers };
}

/** The result; throws what a `DriftError` says, so that a test fails with the reason. */
export function resultOf(comparison: Comparison | DriftError): Comparison {
  if ('error' in comparison) {
    throw new Error(comparison.message);
  }
  return comparison;
}
