import type { BinnedCounts } from '../types.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { binFinder, cellOf } from './bin-finder.ts';
import type { BinFinder } from './bin-finder.ts';
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

/** Numbers in an array that the engine reads fast; null becomes NaN. */
function numbersOf(values: NumericInput): Float64Array {
  if (values instanceof Float64Array) {
    return values;
  }
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    numbers[i] = values[i] ?? NaN;
  }
  return numbers;
}

/** Counts unsorted rows in `counts`. No branch depends on a row but for what is missing: a guess of it would cost more. */
function countRows(values: Float64Array, { edges, low, scale, first, steps }: BinFinder, counts: Float64Array): number {
  const last = first.length - 1;
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    if (Number.isNaN(x)) {
      missing += 1;
      continue;
    }
    let bin = first[cellOf(x, low, scale, last)] ?? 0;
    for (let step = 0; step < steps; step++) {
      bin += +(x >= (edges[bin] ?? NaN));
    }
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return missing;
}

/** Rows that equal the last finite edge belong to the bin before it. */
function moveRightEdge(values: Float64Array, counts: Float64Array, closed: number): void {
  let atEdge = 0;
  for (let i = 0; i < values.length; i++) {
    atEdge += +(values[i] === closed);
  }
  const last = counts.length - 1;
  counts[last] = (counts[last] ?? 0) - atEdge;
  counts[last - 1] = (counts[last - 1] ?? 0) + atEdge;
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
  const values = numbersOf(sample);
  const missing = countRows(values, binFinder(open.subarray(1, -1)), counts);
  if (!Number.isNaN(closed)) {
    moveRightEdge(values, counts, closed);
  }
  return { edges: open, counts, missing };
}
