import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { chunkOfRows, mostChunks, tooManyChunks } from './chunk.ts';
import type { Chunk } from './chunk.ts';

function rowsProblem(n: number): DriftError | undefined {
  return Number.isSafeInteger(n) && n >= 0
    ? undefined
    : notDefined(`${n} is no number of rows: give a whole number from 0.`);
}

/**
 * `count` chunks of n rows in their order, as equal as can be: sizes differ by at most one, and there are `count`
 * whatever n is; with fewer rows than chunks some are empty. NannyML 0.13 makes 12 chunks of 23 rows where 10 are asked for.
 * `not defined` where n or `count` is no such number, or past 100,000 chunks.
 */
export function chunksByCount(n: number, count: number): Chunk[] | DriftError {
  const problem = rowsProblem(n);
  if (problem) {
    return problem;
  }
  if (!(Number.isInteger(count) && count >= 1)) {
    return notDefined(`${count} is no number of chunks: give a whole number from 1.`);
  }
  if (count > mostChunks) {
    return tooManyChunks();
  }
  const bound = (i: number) => Math.floor((i * n) / count);
  return Array.from({ length: count }, (_, i) => chunkOfRows(bound(i), bound(i + 1)));
}

/**
 * What becomes of the rows that are left when no full chunk fits any more (NannyML's `incomplete`).
 * - `keep`: a smaller last chunk
 * - `drop`: they are in no chunk
 * - `append`: the last full chunk takes them in; where there is none they are one chunk
 */
export type Remainder = 'keep' | 'drop' | 'append';

/**
 * Chunks of `size` rows in their order. Default for the rest: `keep`.
 * `not defined` where n or `size` is no such number, or past 100,000 chunks.
 */
export function chunksBySize(
  n: number,
  size: number,
  { remainder = 'keep' }: { remainder?: Remainder } = {}
): Chunk[] | DriftError {
  const problem = rowsProblem(n);
  if (problem) {
    return problem;
  }
  if (!(Number.isInteger(size) && size >= 1)) {
    return notDefined(`${size} is no size of a chunk: give a whole number of rows from 1.`);
  }
  const full = Math.floor(n / size);
  if (full > mostChunks) {
    return tooManyChunks();
  }
  const starts = Array.from({ length: full }, (_, i) => i * size);
  if (n > full * size && (remainder === 'keep' || (remainder === 'append' && full === 0))) {
    starts.push(full * size);
  }
  const end = remainder === 'drop' ? full * size : n;
  return starts.map((start, i) => chunkOfRows(start, starts[i + 1] ?? end));
}
