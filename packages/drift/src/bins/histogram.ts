import type { BinnedCounts } from '../types.ts';
import { presentNumbers } from '../samples/present-numbers.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { binFinder, cellOf } from './bin-finder.ts';
import type { BinFinder } from './bin-finder.ts';
import { nextUp } from './next-up.ts';
import { sortedHistogram } from './sorted-histogram.ts';
import { closedEdge, openEdges } from './weighted-histogram.ts';

/** Counts of one sample in open-ended bins. */
export interface Histogram extends BinnedCounts {
  /** First is −Infinity, last is +Infinity. */
  edges: Float64Array;
  counts: Float64Array;
  /** Rows without a value, in no bin. */
  missing: number;
}

type Count = (values: Float64Array, finder: BinFinder, counts: Float64Array) => void;

/** Counts unsorted rows in `counts`. No branch depends on a row: a guess of it would cost more. */
const countRows: Count = (values, { edges, low, scale, first, steps }, counts) => {
  const last = first.length - 1;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    let bin = first[cellOf(x, low, scale, last)] ?? 0;
    for (let step = 0; step < steps; step++) {
      bin += +(x >= (edges[bin] ?? NaN));
    }
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
};

/** The same where no cell holds more than one edge. */
const countBySingleEdges: Count = (values, { low, scale, first, edgeOf }, counts) => {
  const last = first.length - 1;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    const cell = cellOf(x, low, scale, last);
    const bin = (first[cell] ?? 0) + +(x >= (edgeOf[cell] ?? NaN));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
};

/** From so many rows on, the cells are few beside them. */
const leastForCells = 10_000;

/**
 * The same for many rows: they are counted in the parts of the cells before and from their edge, and the parts then added
 * up to bins, so that no bin is looked up for a row.
 */
const countByParts: Count = (values, { low, scale, first, edgeOf }, counts) => {
  const last = first.length - 1;
  const parts = new Uint32Array(2 * first.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    const cell = cellOf(x, low, scale, last);
    const part = 2 * cell + +(x >= (edgeOf[cell] ?? NaN));
    parts[part] = (parts[part] ?? 0) + 1;
  }
  for (let part = 0; part < parts.length; part++) {
    const bin = Math.min(counts.length - 1, (first[part >> 1] ?? 0) + (part & 1));
    counts[bin] = (counts[bin] ?? 0) + (parts[part] ?? 0);
  }
};

/** The fastest way to count so many rows. */
function wayToCount({ length }: Float64Array, { steps }: BinFinder): Count {
  if (steps > 1) {
    return countRows;
  }
  return length >= leastForCells ? countByParts : countBySingleEdges;
}

/** The edges between the bins; the last closes its bin: what equals it lies below the next double. */
function innerEdges(open: Float64Array, closed: number): Float64Array {
  const inner = open.slice(1, -1);
  if (!Number.isNaN(closed)) {
    inner[inner.length - 1] = nextUp(closed);
  }
  return inner;
}

/** Counts numbers, none of them missing, in the same bins time after time. */
export interface RowCounter {
  edges: Float64Array;
  count: (values: Float64Array) => Float64Array;
}

/** Bins as `histogram` has them, made ready once. */
export function rowCounter(edges: ArrayLike<number>): RowCounter {
  const open = openEdges(edges);
  const finder = binFinder(innerEdges(open, closedEdge(edges)));
  const count = (values: Float64Array) => {
    const counts = new Float64Array(open.length - 1);
    wayToCount(values, finder)(values, finder, counts);
    return counts;
  };
  return { edges: open, count };
}

/** `histogram` of numbers of which none is missing. */
export function countNumbers(values: Float64Array, edges: ArrayLike<number>): Omit<Histogram, 'missing'> {
  const counter = rowCounter(edges);
  return { edges: counter.edges, counts: counter.count(values) };
}

/**
 * Counts a sample in bins [edge, next edge). Finite outer edges get an open bin beyond them, so that every value is
 * counted; the last finite bin then includes its right edge, as numpy's does. Edges ascend. One look-up a row; a sorted
 * sample takes one bisection an edge.
 */
export function histogram(sample: NumericInput | SortedSample, edges: ArrayLike<number>): Histogram {
  if ('sorted' in sample) {
    return { edges: openEdges(edges), counts: sortedHistogram(sample.sorted, edges), missing: sample.missing };
  }
  const numbers = presentNumbers(sample);
  return { ...countNumbers(numbers, edges), missing: sample.length - numbers.length };
}
