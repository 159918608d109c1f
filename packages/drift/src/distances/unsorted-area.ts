import { bucketCount, bucketEdge, bucketsOver, bucketOf, countBuckets, rowsInBuckets } from '../samples/buckets.ts';
import type { Buckets } from '../samples/buckets.ts';

/** F − G between two values, times n · m: a whole number that each row of the reference lifts by m, of the other lowers by n. */
interface Steps {
  up: number;
  down: number;
}

/** Marks the buckets inside which F − G can change its sign; `signs` has the sign of the others, 0 for the marked. */
function markBuckets(p: Uint32Array, q: Uint32Array, { up, down }: Steps): { marked: Uint8Array; signs: Float64Array } {
  const marked = new Uint8Array(bucketCount);
  const signs = new Float64Array(bucketCount);
  for (let bucket = 0, gap = 0; bucket < bucketCount; bucket++) {
    const rise = (p[bucket] ?? 0) * up;
    const fall = (q[bucket] ?? 0) * down;
    const changes = gap - fall < 0 && gap + rise > 0;
    marked[bucket] = changes ? 1 : 0;
    signs[bucket] = changes ? 0 : gap + rise > 0 ? 1 : -1;
    gap += rise - fall;
  }
  return { marked, signs };
}

/** Σ of the sign of its bucket times (end of its bucket − x) over the rows x: what they add to ∫ F there. */
function toBucketEnds(sample: Float64Array, signs: Float64Array, buckets: Buckets): number {
  const { low, scale } = buckets;
  const ends = new Float64Array(bucketCount);
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    ends[bucket] = bucketEdge(bucket + 1, buckets);
  }
  let sum = 0;
  for (let i = 0; i < sample.length; i++) {
    const x = sample[i] ?? NaN;
    const bucket = bucketOf(x, low, scale);
    sum += (signs[bucket] ?? 0) * ((ends[bucket] ?? NaN) - x);
  }
  return sum;
}

/** The rows of both sides that are left to walk, from i and j on. */
interface Rows {
  a: Float64Array;
  b: Float64Array;
  i: number;
  j: number;
}

/** ∫ |F − G| dx times n · m over [from, to), `before` it, past the next rows of both sides, so many as `within` says. */
function areaInside(
  rows: Rows,
  { up, down }: Steps,
  before: number,
  within: { from: number; to: number; ofReference: number; ofCurrent: number }
): number {
  const { a, b } = rows;
  const endOfA = rows.i + within.ofReference;
  const endOfB = rows.j + within.ofCurrent;
  let at = within.from;
  let gap = before;
  let area = 0;
  while (rows.i < endOfA || rows.j < endOfB) {
    const nextOfA = rows.i < endOfA ? (a[rows.i] ?? Infinity) : Infinity;
    const nextOfB = rows.j < endOfB ? (b[rows.j] ?? Infinity) : Infinity;
    const x = nextOfA < nextOfB ? nextOfA : nextOfB;
    area += Math.abs(gap) * (x - at);
    at = x;
    if (nextOfA === x) {
      gap += up;
      rows.i += 1;
    } else {
      gap -= down;
      rows.j += 1;
    }
  }
  return area + Math.abs(gap) * (within.to - at);
}

/**
 * ∫ |F − G| dx of two unsorted samples over a finite range without sorting them. Rows are counted in buckets of equal width; where F − G
 * keeps its sign all through a bucket, its area there is the gap at the begin times the width, and what each row adds from
 * its place to the end. Only the rows of the other buckets are sorted. Equal to the area of sorted samples but for rounding.
 */
export function areaOfUnsorted(
  reference: Float64Array,
  current: Float64Array,
  range: readonly [low: number, high: number]
): number {
  const steps = { up: current.length, down: reference.length };
  const buckets = bucketsOver(range);
  const p = countBuckets(reference, buckets);
  const q = countBuckets(current, buckets);
  const { marked, signs } = markBuckets(p, q, steps);
  const rows: Rows = {
    a: rowsInBuckets(reference, p, { ...buckets, marked }),
    b: rowsInBuckets(current, q, { ...buckets, marked }),
    i: 0,
    j: 0,
  };
  let area = toBucketEnds(reference, signs, buckets) * steps.up - toBucketEnds(current, signs, buckets) * steps.down;
  // `from`: where the gap has changed last. Buckets without rows are skipped, or rounding would add up over them.
  for (let bucket = 0, gap = 0, from = buckets.low; bucket < bucketCount; bucket++) {
    const ofReference = p[bucket] ?? 0;
    const ofCurrent = q[bucket] ?? 0;
    if (ofReference + ofCurrent === 0) {
      continue;
    }
    const to = bucketEdge(bucket + 1, buckets);
    if (marked[bucket] === 1) {
      area += areaInside(rows, steps, gap, { from, to, ofReference, ofCurrent });
    } else {
      area += Math.abs(gap) * (to - from);
    }
    gap += ofReference * steps.up - ofCurrent * steps.down;
    from = to;
  }
  return area / (reference.length * current.length);
}
