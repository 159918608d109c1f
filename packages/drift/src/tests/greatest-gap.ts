import { rowsBelow } from '../bins/rows-below.ts';
import { bucketCount, bucketsOver, countBuckets, rowsInBuckets } from '../samples/buckets.ts';
import { commonRange, finiteRangeOf, isFiniteRange } from '../samples/finite.ts';
import type { UnsortedPair } from '../samples/unsorted-pair.ts';

/** Where two empirical distributions lie furthest apart. */
export interface Gap {
  /** |i · m − j · n|, i of n and j of m rows at or below `location`: a whole number, n · m times D. */
  gap: number;
  /** The least value at which the gap is reached; NaN where there is no gap. */
  location: number;
}

/** Rows of each side passed so far. */
interface Passed {
  i: number;
  j: number;
}

/** Walks the ascending rows of a stretch, `before` it so many rows of n and m have passed. O(rows). */
function walk(rows: readonly [Float64Array, Float64Array], [n, m]: readonly [number, number], before: Passed): Gap {
  const [a, b] = rows;
  let i = 0;
  let j = 0;
  let gap = 0;
  let location = NaN;
  while (i < a.length || j < b.length) {
    const x = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && a[i] === x) {
      i += 1;
    }
    while (j < b.length && b[j] === x) {
      j += 1;
    }
    const here = Math.abs((before.i + i) * m - (before.j + j) * n);
    if (here > gap) {
      gap = here;
      location = x;
    }
  }
  return { gap, location };
}

/** So many times longer, and the longer side is searched for the values of the shorter instead of walked. */
const longerToSearch = 8;

/** How many of the ascending values lie below x, `start` of which do: by doubling steps, then by bisection. */
function rowsBelowFrom(start: number, x: number, sorted: Float64Array): number {
  let low = start;
  let step = 1;
  while (low + step <= sorted.length && (sorted[low + step - 1] ?? NaN) < x) {
    low += step;
    step *= 2;
  }
  return rowsBelow(x, sorted, low, Math.min(sorted.length, low + step - 1));
}

/** The same as `walk`: the gap is greatest at a value of the short side, or at the last long one before it. */
function search(long: Float64Array, short: Float64Array): Gap {
  const [n, m] = [long.length, short.length];
  let [i, j, gap, location] = [0, 0, 0, NaN];
  while (j < m) {
    const x = short[j] ?? Infinity;
    i = rowsBelowFrom(i, x, long);
    const before = Math.abs(i * m - j * n);
    if (before > gap) {
      gap = before;
      location = long[i - 1] ?? NaN;
    }
    while (i < n && long[i] === x) {
      i += 1;
    }
    while (j < m && short[j] === x) {
      j += 1;
    }
    const here = Math.abs(i * m - j * n);
    if (here > gap) {
      gap = here;
      location = x;
    }
  }
  return { gap, location };
}

/** The greatest gap of two ascending samples. O(n + m), or less where one is much shorter. */
export function greatestGapOfSorted(reference: Float64Array, current: Float64Array): Gap {
  const [n, m] = [reference.length, current.length];
  if (m > 0 && n > longerToSearch * m) {
    return search(reference, current);
  }
  return n > 0 && m > longerToSearch * n
    ? search(current, reference)
    : walk([reference, current], [n, m], { i: 0, j: 0 });
}

/**
 * The greatest gap of two unsorted samples without sorting them: rows are counted in buckets of equal width, the gap at
 * the ends of the buckets is a lower bound, and only buckets inside which it could be passed are sorted and walked.
 * The same answer as of sorted samples, to the last digit, in about four passes; a third of the time of the sorts.
 */
export function greatestGapOfUnsorted(pair: UnsortedPair): Gap {
  const { values: reference, range: rangeOfReference } = pair.reference;
  const { values: current, range: rangeOfCurrent } = pair.current;
  const range = commonRange(rangeOfReference, rangeOfCurrent);
  const [n, m] = [reference.length, current.length];
  const buckets = bucketsOver(isFiniteRange(range) ? range : finiteRangeOf([reference, current]));
  const p = countBuckets(reference, buckets);
  const q = countBuckets(current, buckets);
  let least = 0;
  for (let bucket = 0, at = 0; bucket < bucketCount; bucket++) {
    at += (p[bucket] ?? 0) * m - (q[bucket] ?? 0) * n;
    least = Math.max(least, Math.abs(at));
  }
  const marked = new Uint8Array(bucketCount);
  for (let bucket = 0, at = 0; bucket < bucketCount; bucket++) {
    const [up, down] = [(p[bucket] ?? 0) * m, (q[bucket] ?? 0) * n];
    marked[bucket] = up + down > 0 && Math.max(at + up, down - at) >= least ? 1 : 0;
    at += up - down;
  }
  const a = rowsInBuckets(reference, p, { ...buckets, marked });
  const b = rowsInBuckets(current, q, { ...buckets, marked });
  let best: Gap = { gap: 0, location: NaN };
  for (let bucket = 0, i = 0, j = 0, fromA = 0, fromB = 0; bucket < bucketCount; bucket++) {
    const [ofReference, ofCurrent] = [p[bucket] ?? 0, q[bucket] ?? 0];
    if (marked[bucket] === 1) {
      const rows = [a.subarray(fromA, fromA + ofReference), b.subarray(fromB, fromB + ofCurrent)] as const;
      const found = walk(rows, [n, m], { i, j });
      best = found.gap > best.gap ? found : best;
      fromA += ofReference;
      fromB += ofCurrent;
    }
    i += ofReference;
    j += ofCurrent;
  }
  return best;
}
