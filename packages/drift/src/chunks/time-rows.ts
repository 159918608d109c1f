import { rowsBelow, rowsUpTo } from '../bins/rows-below.ts';
import type { Chunk } from './chunk.ts';

/** Milliseconds since the epoch. NaN, null and ±∞ are no times. */
export type Times = ArrayLike<number | null>;

/** Chunks by time, and the rows that are in none of them. */
export interface TimedChunks {
  /** In order of time, without a gap; empty ones stay in their place. */
  chunks: Chunk[];
  /** Rows without a time. */
  missing: number;
  /** Rows whose time lies in no chunk. */
  outside: number;
}

/** What the times of the rows are like. `first` and `last` are NaN where there is no time. */
export interface TimeFacts {
  first: number;
  last: number;
  missing: number;
  /** Every row has a time, and none is before the one above it. */
  ascending: boolean;
}

/** Looks at the times once. O(n). */
export function timeFacts(times: Times): TimeFacts {
  let [first, last, before, missing] = [Infinity, -Infinity, -Infinity, 0];
  let ascending = true;
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? NaN;
    if (!Number.isFinite(time)) {
      missing += 1;
      continue;
    }
    ascending = ascending && time >= before;
    before = time;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const none = missing === times.length;
  return { first: none ? NaN : first, last: none ? NaN : last, missing, ascending: ascending && missing === 0 };
}

/** Chunks between ascending bounds, without their rows. */
function frames(bounds: Float64Array): Pick<Chunk, 'start' | 'end'>[] {
  return Array.from(bounds.subarray(1), (end, i) => ({ start: bounds[i] ?? NaN, end }));
}

function inOrder(times: Times, bounds: Float64Array, missing: number): TimedChunks {
  const sorted = Float64Array.from(times, (time) => time ?? NaN);
  const chunks = frames(bounds).map(({ start, end }) => {
    const [from, to] = [rowsBelow(start, sorted), rowsBelow(end, sorted)];
    return { start, end, n: to - from, rows: { from, to } };
  });
  const inside = chunks.reduce((sum, { n }) => sum + n, 0);
  return { chunks, missing, outside: times.length - missing - inside };
}

function outOfOrder(times: Times, bounds: Float64Array, missing: number): TimedChunks {
  const rows = frames(bounds).map((): number[] => []);
  let inside = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? NaN;
    const chunk = Number.isFinite(time) ? rows[rowsUpTo(time, bounds) - 1] : undefined;
    if (chunk) {
      chunk.push(row);
      inside += 1;
    }
  }
  const chunks = frames(bounds).map(({ start, end }, i) => {
    const indices = Uint32Array.from(rows[i] ?? []);
    return { start, end, n: indices.length, rows: { indices } };
  });
  return { chunks, missing, outside: times.length - missing - inside };
}

/** Puts every row in its chunk [bound, next bound). Rows in order of time give ranges of rows, others lists. */
export function rowsBetween(times: Times, bounds: Float64Array, { missing, ascending }: TimeFacts): TimedChunks {
  return ascending ? inOrder(times, bounds, missing) : outOfOrder(times, bounds, missing);
}
