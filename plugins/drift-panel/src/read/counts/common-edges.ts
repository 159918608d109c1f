/** Bins that all sides and chunks of a feature share. */
export interface CommonEdges {
  /** Ascending; −Infinity and Infinity may be the ends. */
  edges: Float64Array;
  /** True where bins overlapped or differed, and were merged. */
  merged: boolean;
}

/** Ends of the bins that begin at one place. */
export interface Ends {
  least: number;
  greatest: number;
}

/** Edges nearer than this part of their span are one: 0.1 + 0.2 and 0.3. */
const SAME = 1e-9;

/**
 * The finest bins that every given bin is made of as a whole: an edge stays where it lies in no bin. Bins that are not
 * there (a group-by leaves out those without rows) are filled in.
 */
export function commonEdges(bins: ReadonlyMap<number, Ends>): CommonEdges {
  const starts = Float64Array.from(bins.keys()).sort();
  const finite = [...starts, ...[...bins.values()].flatMap(({ least, greatest }) => [least, greatest])].filter(
    Number.isFinite
  );
  const [least, greatest] = finite.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity]
  );
  const same = SAME * Math.max(0, greatest - least);
  const edges: number[] = [];
  let merged = [...bins.values()].some((ends) => ends.greatest - ends.least > same);
  let last = NaN;
  for (const start of starts) {
    const end = bins.get(start)?.greatest ?? start;
    if (start < last - same) {
      merged ||= !(Math.abs(start - (edges[edges.length - 1] ?? NaN)) <= same && Math.abs(end - last) <= same);
      last = Math.max(last, end);
      continue;
    }
    if (!Number.isNaN(last)) {
      edges.push(last);
    }
    if (!(start <= last + same)) {
      edges.push(start);
    }
    last = end;
  }
  if (!Number.isNaN(last)) {
    edges.push(last);
  }
  return { edges: Float64Array.from(edges), merged };
}

/** The cell of a bin, found by its middle, so that rounded bounds do no harm. */
export function cellOfBin(edges: Float64Array, start: number, end: number): number {
  if (start === -Infinity || end === Infinity) {
    return start === -Infinity ? 0 : edges.length - 2;
  }
  const middle = start / 2 + end / 2;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (middle < (edges[half] ?? Infinity)) {
      high = half;
    } else {
      low = half;
    }
  }
  return low;
}
