import { isDriftError, notDefined } from '../errors.ts';
import { type SortedPair, sortedPair } from '../samples/sorted-pair.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';

/** Sorts both sides; an error where one is empty, not numeric or holds ±∞. */
export function finitePair(reference: Sample, current: Sample): SortedPair | DriftError {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const ends = [p.sorted[0], p.sorted[p.sorted.length - 1], q.sorted[0], q.sorted[q.sorted.length - 1]];
  return ends.every((x) => Number.isFinite(x))
    ? pair
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
