import { rowsBelow, rowsUpTo } from './rows-below.ts';
import { closedEdge, openEdges } from './weighted-histogram.ts';

/** Counts of `histogram` for ascending values without NaN: two bisections an edge instead of one a row. O(bins log n). */
export function sortedHistogram(sorted: Float64Array, edges: ArrayLike<number>): Float64Array {
  const open = openEdges(edges);
  const closed = closedEdge(edges);
  const counts = new Float64Array(open.length - 1);
  const last = counts.length - 1;
  let before = 0;
  for (let bin = 0; bin <= last; bin++) {
    const edge = open[bin + 1] ?? Infinity;
    const within = edge === closed && bin === last - 1 ? rowsUpTo(edge, sorted) : rowsBelow(edge, sorted);
    const upTo = bin === last ? sorted.length : within;
    counts[bin] = upTo - before;
    before = upTo;
  }
  return counts;
}
