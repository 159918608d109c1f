import { rowsUpTo } from './rows-below.ts';

function finiteOf(edges: ArrayLike<number>): number {
  let finite = 0;
  for (let i = 0; i < edges.length; i++) {
    finite += Number.isFinite(edges[i]) ? 1 : 0;
  }
  return finite;
}

/** The edges with an open bin at either end, where there is none yet. */
export function openEdges(edges: ArrayLike<number>): Float64Array {
  const open = new Float64Array(finiteOf(edges) + 2);
  open[0] = -Infinity;
  open[open.length - 1] = Infinity;
  let at = 1;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] ?? NaN;
    if (Number.isFinite(edge)) {
      open[at] = edge;
      at += 1;
    }
  }
  return open;
}

/** The right edge that belongs to the bin before it: the last one, where it is finite and closes a bin. */
export function closedEdge(edges: ArrayLike<number>): number {
  const end = edges[edges.length - 1] ?? NaN;
  return Number.isFinite(end) && finiteOf(edges) > 1 ? end : NaN;
}

/** Adds up the weights of values in the bins of `histogram`, with open bins beyond finite outer edges. O(n log bins). */
export function weightedHistogram(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  edges: ArrayLike<number>
): Float64Array {
  const open = openEdges(edges);
  const closed = closedEdge(edges);
  const sums = new Float64Array(open.length - 1);
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? NaN;
    const bin = x === closed ? sums.length - 2 : Math.min(sums.length, rowsUpTo(x, open)) - 1;
    sums[bin] = (sums[bin] ?? 0) + (weights[i] ?? 0);
  }
  return sums;
}
