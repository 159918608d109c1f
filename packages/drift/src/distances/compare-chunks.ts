import type { TestOptions } from '../compare.ts';
import { isDriftError, noData, notDefined } from '../errors.ts';
import { isBinned } from '../samples/sample.ts';
import type { BinnedCounts, CategoryCounts, DriftError } from '../types.ts';
import { chunkDistances } from './chunk-distances.ts';
import type { ChunkTest, ReferenceCounts } from './chunk-distances.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { countsProblem } from '../samples/given-counts.ts';

export type { ChunkTest } from './chunk-distances.ts';

/** The current side, chunk by chunk. */
export interface ChunkCounts {
  /** Chunk after chunk, each with the counts of the reference's cells in their order. */
  counts: Float64Array;
}

/** One number a chunk. */
export interface ChunkComparisons {
  /** NaN where a chunk is empty, or holds a count that is none. */
  values: Float64Array;
  /** Rows of each chunk: 0 where it is empty, NaN where a count is negative, infinite or no number. */
  nCurrent: Float64Array;
}

/** The reference with one count a cell, at least one row in all and, of categories, none named twice. */
function referenceCounts(reference: BinnedCounts | CategoryCounts): ReferenceCounts | DriftError {
  const problem = countsProblem(reference, 'reference');
  if (problem) {
    return problem;
  }
  const ordered = isBinned(reference);
  if (!ordered && new Set(reference.categories).size !== reference.categories.length) {
    return notDefined('The reference names a category twice: add its counts up.');
  }
  const rows = totalOf(reference.counts);
  return rows > 0 ? { counts: Float64Array.from(reference.counts), rows, ordered } : noData('reference');
}

/** Sum of the counts of one chunk; NaN where one is negative, infinite or no number. */
function rowsOfChunk(counts: Float64Array, from: number, to: number): number {
  let rows = 0;
  let counted = true;
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? NaN;
    rows += count;
    if (!(count >= 0)) {
      counted = false;
    }
  }
  return counted && rows < Infinity ? rows : NaN;
}

/**
 * Compares many chunks with one reference over the same cells: chunk by chunk the value of `compare`, without p-values and
 * terms. Options that cut raw numbers into bins have no meaning here; counts are taken as they are. O(chunks × cells).
 * `counts`: chunk after chunk, one count a cell. `no data` where the reference has no row; `not defined` where edges,
 * categories or the number of counts do not fit. A chunk that is none gives NaN in its place.
 */
export function compareChunks<T extends ChunkTest>(
  test: T,
  reference: BinnedCounts | CategoryCounts,
  { counts }: ChunkCounts,
  options?: TestOptions[T]
): ChunkComparisons | DriftError {
  const side = referenceCounts(reference);
  if (isDriftError(side)) {
    return side;
  }
  const cells = side.counts.length;
  if (counts.length % cells !== 0) {
    return notDefined(
      `${counts.length} counts are no whole number of chunks of ${cells} cells: give each chunk one count for each cell of the reference.`
    );
  }
  const distance = chunkDistances[test](side, options);
  if (isDriftError(distance)) {
    return distance;
  }
  const chunks = counts.length / cells;
  const values = new Float64Array(chunks);
  const nCurrent = new Float64Array(chunks);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const from = chunk * cells;
    const rows = rowsOfChunk(counts, from, from + cells);
    nCurrent[chunk] = rows;
    values[chunk] = rows > 0 ? distance(counts, from, rows) : NaN;
  }
  return { values, nCurrent };
}
