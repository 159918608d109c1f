import type { BinnedCounts } from '../types.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';

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

/** Index of the bin [edge, next edge) that holds x, by bisection. */
function binOf(x: number, edges: Float64Array): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x >= (edges[middle] ?? NaN)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Counts a sample in bins [edge, next edge). Finite outer edges get an open bin beyond them, so that every value is
 * counted; the last finite bin then includes its right edge, as numpy's does. Edges ascend. O(n log bins).
 */
export function histogram(sample: NumericInput | SortedSample, edges: ArrayLike<number>): Histogram {
  const open = openEnded(edges);
  const values = 'sorted' in sample ? sample.sorted : sample;
  const counts = new Float64Array(open.length - 1);
  const end = edges[edges.length - 1] ?? NaN;
  const closed = Number.isFinite(end) && open.length > 3 ? end : NaN;
  let missing = 'sorted' in sample ? sample.missing : 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    if (Number.isNaN(x)) {
      missing += 1;
      continue;
    }
    const bin = x === closed ? counts.length - 2 : binOf(x, open);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: open, counts, missing };
}
