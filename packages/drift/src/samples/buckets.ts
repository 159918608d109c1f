import { sortNumbers } from './sort-numbers.ts';

/** So many buckets stay in a processor's cache, and of 1e6 rows hold few each. */
export const bucketCount = 1 << 16;

/** The finite range of some numbers, cut in `bucketCount` buckets of equal width. */
export interface Buckets {
  low: number;
  high: number;
  /** Buckets a unit; 0 where the values have no range, and everything is in bucket 0. */
  scale: number;
}

/** Buckets over a range of finite values. */
export function bucketsOver([low, high]: readonly [low: number, high: number]): Buckets {
  const scale = (bucketCount - 1) / (high - low);
  return { low, high, scale: scale > 0 && scale < Infinity ? scale : 0 };
}

/** Monotone in x. ±∞ go to the ends. */
export function bucketOf(x: number, low: number, scale: number): number {
  return Math.max(0, Math.min(bucketCount - 1, (x - low) * scale)) | 0;
}

/** Where a bucket begins, but for rounding; `bucketCount`: where the last one ends. */
export function bucketEdge(bucket: number, { low, high, scale }: Buckets): number {
  return bucket === 0 ? low : Math.min(high, low + bucket / scale);
}

export function countBuckets(sample: Float64Array, { low, scale }: Buckets): Uint32Array {
  const counts = new Uint32Array(bucketCount);
  for (let i = 0; i < sample.length; i++) {
    const bucket = bucketOf(sample[i] ?? NaN, low, scale);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** The buckets that are marked (1, else 0) of the counted ones. */
export interface MarkedBuckets extends Buckets {
  marked: Uint8Array;
}

/** The rows that are in the marked buckets, in ascending order. `counts`: what `countBuckets` says of the sample. */
export function rowsInBuckets(
  sample: Float64Array,
  counts: Uint32Array,
  { marked, low, scale }: MarkedBuckets
): Float64Array {
  let wanted = 0;
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    wanted += marked[bucket] === 1 ? (counts[bucket] ?? 0) : 0;
  }
  // Every row is written, and overwritten unless it is wanted; the last place takes what comes after the last wanted row.
  const kept = new Float64Array(wanted + 1);
  let rows = 0;
  for (let i = 0; i < sample.length; i++) {
    const x = sample[i] ?? NaN;
    kept[rows] = x;
    rows += marked[bucketOf(x, low, scale)] ?? 0;
  }
  return sortNumbers(kept.subarray(0, wanted));
}
