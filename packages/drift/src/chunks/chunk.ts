import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';

/** The rows of a chunk: from `from` up to but not `to` where they stand together, else one by one, ascending. */
export type ChunkRows = { from: number; to: number } | { indices: Uint32Array };

/** A part of the rows: [start, end) in milliseconds for chunks by time, in row numbers for chunks by rows. */
export interface Chunk {
  start: number;
  end: number;
  /** Rows in it; 0 for an empty chunk, which stays in its place. */
  n: number;
  rows: ChunkRows;
}

/** More chunks than this are refused: the period is far too short for the range. */
export const mostChunks = 100_000;

/** Too many chunks are asked for. */
export function tooManyChunks(): DriftError {
  return notDefined(`More than ${mostChunks} chunks are asked for: take a longer period or a shorter range.`);
}

/** A chunk of rows that stand together, named by its row numbers. */
export function chunkOfRows(from: number, to: number): Chunk {
  return { start: from, end: to, n: to - from, rows: { from, to } };
}

/** The rows of a chunk out of a column, in their order. */
export function rowsOfChunk<T>(column: ArrayLike<T>, { rows }: Chunk): T[] {
  const taken: T[] = [];
  const take = (row: number) => {
    const value = column[row];
    if (value !== undefined) {
      taken.push(value);
    }
  };
  if ('indices' in rows) {
    rows.indices.forEach(take);
  } else {
    for (let row = rows.from; row < rows.to; row++) {
      take(row);
    }
  }
  return taken;
}
