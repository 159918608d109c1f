import { bucketCount, bucketing, countBuckets, rowsInBuckets } from './buckets.ts';

/**
 * The values that unsorted numbers without NaN would have at these ranks (from 0 on) if they were sorted: rows are counted
 * in buckets of equal width, and only the buckets that hold a wanted rank are sorted. NaN for a rank that was not asked for.
 */
export function valuesAtRanks(values: Float64Array, ranks: readonly number[]): (rank: number) => number {
  const buckets = bucketing([values]);
  const counts = countBuckets(values, buckets);
  const ascending = [...ranks].sort((a, b) => a - b);
  const marked = new Uint8Array(bucketCount);
  // Where the value of a rank will stand among the rows of the marked buckets.
  const places = new Map<number, number>();
  for (let bucket = 0, next = 0, below = 0, kept = 0; bucket < bucketCount; bucket++) {
    const upTo = below + (counts[bucket] ?? 0);
    for (; (ascending[next] ?? Infinity) < upTo; next++) {
      const rank = ascending[next] ?? NaN;
      marked[bucket] = 1;
      places.set(rank, kept + rank - below);
    }
    kept += marked[bucket] === 1 ? upTo - below : 0;
    below = upTo;
  }
  const rows = rowsInBuckets(marked, values, buckets);
  return (rank) => rows[places.get(rank) ?? -1] ?? NaN;
}
