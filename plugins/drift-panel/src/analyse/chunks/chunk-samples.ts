import { chunksByBounds, isDriftError, rowsOfChunk, type Chunk, type Sample } from '@soundcheck/drift';
import type { CountedFeature, RowTable } from '../../read/data-set.ts';
import type { ChunkAxis } from '../chunk-axis.ts';
import { concatenated, countsAsSample, type FeatureData, type Part } from '../features/feature-data.ts';

/**
 * The rows (or counts) of each chunk of the current side, in the order of the axis; empty samples where a chunk has none.
 * Numbers in order of time are views on their column, not copies. Counts of categories share the categories of
 * `feature.current.sample`.
 */
export function chunkSamples({ current, counted }: FeatureData, axis: ChunkAxis): Sample[] {
  if (!current) {
    return Array.from(axis.from, () => new Float64Array());
  }
  if (current.parts.length === 0) {
    return counted ? countsOfChunks(counted, axis) : Array.from(axis.from, () => new Float64Array());
  }
  const { sample } = current;
  return 'categories' in sample
    ? categoriesOfChunks(current.parts, sample.categories, axis)
    : numbersOfChunks(current.parts, axis);
}

/** Which rows of a table are in which chunk: features of one table share it. */
const found = new WeakMap<ChunkAxis, Map<RowTable, Chunk[]>>();

function rowsOfChunks(table: RowTable, axis: ChunkAxis): Chunk[] {
  const tables = found.get(axis) ?? new Map<RowTable, Chunk[]>();
  found.set(axis, tables);
  const known = tables.get(table);
  if (known) {
    return known;
  }
  const bounds = [...new Set([...axis.from, ...axis.to])].sort((a, b) => a - b);
  const cut = table.times && bounds.length > 1 ? chunksByBounds(table.times, bounds) : undefined;
  const chunks = cut && !isDriftError(cut) ? cut.chunks : [];
  const byStart = new Map(chunks.map((chunk) => [chunk.start, chunk]));
  const rows = Array.from(
    axis.from,
    (start): Chunk => byStart.get(start) ?? { start, end: start, n: 0, rows: { from: 0, to: 0 } }
  );
  tables.set(table, rows);
  return rows;
}

function numbersOfChunks(parts: readonly Part[], axis: ChunkAxis): Float64Array[] {
  const cut = parts.flatMap(({ table, column }) =>
    column.kind === 'numeric' ? [{ values: column.values, chunks: rowsOfChunks(table, axis) }] : []
  );
  return Array.from(axis.from, (_, at) => {
    const pieces = cut.flatMap(({ values, chunks }) => {
      const chunk = chunks[at];
      return chunk && chunk.n > 0 ? [take(values, chunk)] : [];
    });
    const [first] = pieces;
    if (pieces.length <= 1) {
      return first ?? new Float64Array();
    }
    return concatenated(pieces);
  });
}

function take(values: Float64Array, chunk: Chunk): Float64Array {
  const { rows } = chunk;
  return 'indices' in rows ? Float64Array.from(rowsOfChunk(values, chunk)) : values.subarray(rows.from, rows.to);
}

function categoriesOfChunks(parts: readonly Part[], categories: readonly string[], axis: ChunkAxis): Sample[] {
  const place = new Map(categories.map((category, i) => [category, i]));
  const samples = Array.from(axis.from, () => ({
    categories,
    counts: new Float64Array(categories.length),
    missing: 0,
  }));
  for (const { table, column } of parts) {
    if (column.kind !== 'categorical') {
      continue;
    }
    const places = Int32Array.from(column.categories, (category) => place.get(category) ?? -1);
    rowsOfChunks(table, axis).forEach((chunk, at) => {
      const sample = samples[at];
      if (!sample) {
        return;
      }
      const add = (row: number) => {
        const cell = places[column.codes[row] ?? -1] ?? -1;
        if (cell < 0) {
          sample.missing += 1;
        } else {
          sample.counts[cell] = (sample.counts[cell] ?? 0) + 1;
        }
      };
      if ('indices' in chunk.rows) {
        chunk.rows.indices.forEach(add);
      } else {
        for (let row = chunk.rows.from; row < chunk.rows.to; row++) {
          add(row);
        }
      }
    });
  }
  return samples;
}

/** A chunk of counts belongs where its middle lies. */
function countsOfChunks(counted: CountedFeature, axis: ChunkAxis): Sample[] {
  const { cells, chunks } = counted;
  const length = cells.kind === 'bins' ? Math.max(0, cells.edges.length - 1) : cells.categories.length;
  const sums = Array.from(axis.from, () => ({ counts: new Float64Array(length), missing: 0 }));
  for (const { from, to, counts, missing } of chunks) {
    const sum = sums[chunkAt(axis, (from + to) / 2)];
    if (sum) {
      counts.forEach((count, i) => (sum.counts[i] = (sum.counts[i] ?? 0) + count));
      sum.missing += missing;
    }
  }
  return sums.map((sum) => countsAsSample(counted, sum));
}

/** The chunk that holds a time; −1 where none does. */
export function chunkAt({ from, to }: Pick<ChunkAxis, 'from' | 'to'>, time: number): number {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? NaN) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const at = low - 1;
  return at >= 0 && time < (to[at] ?? NaN) ? at : -1;
}
