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

/** Bounds that differ by less than this part of a bin, or of themselves, are one: 0.1 + 0.2 and 0.3. */
const OF_WIDTH = 1e-9;
const OF_BOUND = 1e-15;

function nearly(one: number, other: number, width: number): boolean {
  const most = Math.max(OF_WIDTH * (Number.isFinite(width) ? width : 0), OF_BOUND * Math.abs(one));
  return one === other || Math.abs(one - other) <= most;
}

/**
 * The finest bins that every given bin is made of as a whole: an edge stays where it lies in no bin. Bins that are not
 * there (a group-by leaves out those without rows) are filled in.
 */
export function commonEdges(bins: ReadonlyMap<number, Ends>): CommonEdges {
  const edges: number[] = [];
  let merged = false;
  /** The bin, or the bins that overlap it, that the sweep is in. */
  let open = { start: NaN, end: NaN, width: Infinity };
  for (const start of Float64Array.from(bins.keys()).sort()) {
    const { least, greatest } = bins.get(start) ?? { least: start, greatest: start };
    const width = Math.min(least - start, open.width);
    const touches = nearly(start, open.end, width);
    merged ||= !nearly(least, greatest, least - start);
    if (start < open.end && !touches) {
      merged ||= !(nearly(start, open.start, width) && nearly(greatest, open.end, width));
      open = { ...open, end: Math.max(open.end, greatest) };
      continue;
    }
    if (!Number.isNaN(open.end)) {
      edges.push(open.end);
    }
    if (!touches) {
      edges.push(start);
    }
    open = { start, end: greatest, width: least - start };
  }
  return { edges: Float64Array.from(Number.isNaN(open.end) ? edges : [...edges, open.end]), merged };
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
