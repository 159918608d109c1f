import type { BinnedCounts } from '../types.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { rowsBelow } from './rows-below.ts';

/** Counts of one sample in open-ended bins. */
export interface Histogram extends BinnedCounts {
  /** First is −Infinity, last is +Infinity. */
  edges: Float64Array;
  counts: Float64Array;
  /** Rows without a value, in no bin. */
  missing: number;
}

/** The edges with an open bin at either end, where there is none yet. */
function openEnded(edges: ArrayLike<number>): Float64Array {
  const inner = Array.from(edges).filter((edge) => Number.isFinite(edge));
  return Float64Array.from([-Infinity, ...inner, Infinity]);
}

/** Cells of the look-up table for each bin. */
const cellsPerBin = 4;

/**
 * Where to begin looking for a value's bin: the range of the finite edges in equal cells, and for each the bin in which
 * it begins. For equal bins that is the bin or the one before it.
 */
function startingBins(open: Float64Array): { low: number; scale: number; first: Uint32Array } {
  const low = open[1] ?? 0;
  const high = open[open.length - 2] ?? 0;
  const cells = Math.max(1, (open.length - 1) * cellsPerBin);
  const scale = high > low && high - low < Infinity ? cells / (high - low) : 0;
  const first = new Uint32Array(cells);
  let bin = 0;
  // One cell further left than it should be: the cell of a value is rounded, and looking goes to the right only.
  for (let cell = 1; cell < cells; cell++) {
    const from = low + (cell - 1) / scale;
    while (bin < open.length - 2 && from >= (open[bin + 1] ?? NaN)) {
      bin += 1;
    }
    first[cell] = bin;
  }
  return { low, scale, first };
}

/** Counts unsorted rows; returns how many are missing. `closed`: the right edge that belongs to the bin before it. */
function countRows(values: NumericInput, open: Float64Array, counts: Float64Array, closed: number): number {
  const { low, scale, first } = startingBins(open);
  const last = first.length - 1;
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    if (Number.isNaN(x)) {
      missing += 1;
      continue;
    }
    const position = (x - low) * scale;
    let bin = first[position > last ? last : position > 0 ? position | 0 : 0] ?? 0;
    while (x >= (open[bin + 1] ?? NaN) && bin < counts.length - 1) {
      bin += 1;
    }
    bin = x === closed ? counts.length - 2 : bin;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return missing;
}

/** Counts sorted rows: one bisection an edge. */
function countSorted(sorted: Float64Array, open: Float64Array, counts: Float64Array, closed: number): void {
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const edge = open[bin + 1] ?? Infinity;
    const upTo =
      bin === counts.length - 1 ? sorted.length : rowsBelow(edge, sorted, edge === closed ? 'or equal' : undefined);
    counts[bin] = upTo - before;
    before = upTo;
  }
}

/**
 * Counts a sample in bins [edge, next edge). Finite outer edges get an open bin beyond them, so that every value is
 * counted; the last finite bin then includes its right edge, as numpy's does. Edges ascend. One look-up a row; a sorted
 * sample takes one bisection an edge.
 */
export function histogram(sample: NumericInput | SortedSample, edges: ArrayLike<number>): Histogram {
  const open = openEnded(edges);
  const counts = new Float64Array(open.length - 1);
  const end = edges[edges.length - 1] ?? NaN;
  const closed = Number.isFinite(end) && open.length > 3 ? end : NaN;
  if ('sorted' in sample) {
    countSorted(sample.sorted, open, counts, closed);
    return { edges: open, counts, missing: sample.missing };
  }
  return { edges: open, counts, missing: countRows(sample, open, counts, closed) };
}
