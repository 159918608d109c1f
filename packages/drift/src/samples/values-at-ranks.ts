import { rowsBelow } from '../bins/rows-below.ts';
import { bucketCount, bucketsOver, countBuckets, rowsInBuckets } from './buckets.ts';

/** What sorted rows would say of some ranks, from 0 on. NaN for a rank that was not asked for. */
export interface RankedValues {
  /** The value at a rank. */
  at: (rank: number) => number;
  /** How many values lie below it. */
  below: (rank: number) => number;
}

/**
 * The values that unsorted numbers over a finite range would have at these ranks if they were sorted: rows are counted in
 * buckets of equal width, and only the buckets that hold a wanted rank are sorted.
 */
export function valuesAtRanks(
  values: Float64Array,
  range: readonly [low: number, high: number],
  ranks: readonly number[]
): RankedValues {
  const buckets = bucketsOver(range);
  const counts = countBuckets(values, buckets);
  const ascending = [...ranks].sort((a, b) => a - b);
  const marked = new Uint8Array(bucketCount);
  // Where the value of a rank will stand among the rows of the marked buckets.
  const places = new Map<number, number>();
  for (let bucket = 0, next = 0, before = 0, kept = 0; bucket < bucketCount; bucket++) {
    const upTo = before + (counts[bucket] ?? 0);
    for (; (ascending[next] ?? Infinity) < upTo; next++) {
      const rank = ascending[next] ?? NaN;
      marked[bucket] = 1;
      places.set(rank, kept + rank - before);
    }
    kept += marked[bucket] === 1 ? upTo - before : 0;
    before = upTo;
  }
  const rows = rowsInBuckets(values, counts, { ...buckets, marked });
  const placeOf = (rank: number) => places.get(rank) ?? NaN;
  const at = (rank: number) => rows[placeOf(rank)] ?? NaN;
  // Equal values share a bucket, so none stands elsewhere.
  return { at, below: (rank) => rank - (placeOf(rank) - rowsBelow(at(rank), rows)) };
}
