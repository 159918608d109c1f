import { rowsBelow, rowsUpTo } from './rows-below.ts';
import { closedEdge, openEdges } from './weighted-histogram.ts';

/** Counts of `histogram` for ascending values without NaN: two bisections an edge instead of one a row. O(bins log n). */
export function sortedHistogram(sorted: Float64Array, edges: ArrayLike<number>): Float64Array {
  const open = openEdges(edges);
  const closed = closedEdge(edges);
  const last = open.length - 1;
  const below = open.map((edge, i) => {
    if (i === 0 || i === last) {
      return i === 0 ? 0 : sorted.length;
    }
    return edge === closed && i === last - 1 ? rowsUpTo(edge, sorted) : rowsBelow(edge, sorted);
  });
  return below.subarray(1).map((rows, i) => rows - (below[i] ?? 0));
}
