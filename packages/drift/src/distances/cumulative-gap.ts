import { isDriftError, notDefined } from '../errors.ts';
import { sortedValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { DriftError } from '../types.ts';

/** Two samples of finite numbers in ascending order. */
export interface SortedPair {
  reference: SortedSample;
  current: SortedSample;
}

/** Sorts both sides; an error where one is empty, not numeric or holds ±∞. */
export function finitePair(reference: Sample, current: Sample): SortedPair | DriftError {
  const p = sortedValues(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = sortedValues(current, 'current');
  if (isDriftError(q)) {
    return q;
  }
  const ends = [p.sorted[0], p.sorted[p.sorted.length - 1], q.sorted[0], q.sorted[q.sorted.length - 1]];
  return ends.every((x) => Number.isFinite(x))
    ? { reference: p, current: q }
    : notDefined('A sample holds infinite values, so no distance between values is defined: take them out, or use ks.');
}

/** ∫ weigh(|F(x) − G(x)|) dx of the empirical distributions, in the unit of the values. O(n + m). */
export function integrateGap({ reference, current }: SortedPair, weigh: (gap: number) => number): number {
  const a = reference.sorted;
  const b = current.sorted;
  let i = 0;
  let j = 0;
  let at = Math.min(a[0] ?? NaN, b[0] ?? NaN);
  let area = 0;
  while (i < a.length || j < b.length) {
    const x = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    area += weigh(Math.abs(i / a.length - j / b.length)) * (x - at);
    at = x;
    while (a[i] === x) {
      i += 1;
    }
    while (b[j] === x) {
      j += 1;
    }
  }
  return area;
}
