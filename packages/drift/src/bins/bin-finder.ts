/**
 * Which bin a number is in, by one look-up: the range of the finite edges is cut in equal cells, and each cell knows the
 * first bin that reaches into it. Right for any ascending edges, and without rounding slack: the cell of a number is a
 * monotone function of it, so that an edge in an earlier cell lies below every number of this one.
 */
export interface BinFinder {
  /** The edges between the bins, all finite: bin k holds [edges[k − 1], edges[k]). */
  edges: Float64Array;
  low: number;
  scale: number;
  /** Per cell: edges in the cells before it. */
  first: Uint32Array;
  /** Per cell: the first edge in it or behind it, ∞ where there is none. */
  edgeOf: Float64Array;
  /** The most edges that fall in one cell: so many comparisons a look-up takes at worst. */
  steps: number;
}

const fewestCells = 64;
const mostCells = 4096;

/** The cell of a number: 0 … last; NaN is in cell 0. */
export function cellOf(x: number, low: number, scale: number, last: number): number {
  return Math.max(0, Math.min(last, (x - low) * scale)) | 0;
}

function withCells(edges: Float64Array, cells: number): BinFinder {
  const low = edges[0] ?? 0;
  const width = (edges[edges.length - 1] ?? 0) - low;
  const scale = width > 0 && cells / width < Infinity ? cells / width : 0;
  const first = new Uint32Array(cells);
  const perCell = new Uint32Array(cells);
  for (const edge of edges) {
    const cell = cellOf(edge, low, scale, cells - 1);
    perCell[cell] = (perCell[cell] ?? 0) + 1;
  }
  let steps = 0;
  const edgeOf = new Float64Array(cells);
  for (let cell = 0, before = 0; cell < cells; cell++) {
    first[cell] = before;
    // NaN: no edge from here on, which not even ∞ reaches.
    edgeOf[cell] = edges[before] ?? NaN;
    before += perCell[cell] ?? 0;
    steps = Math.max(steps, perCell[cell] ?? 0);
  }
  return { edges, low, scale, first, edgeOf, steps };
}

/** Cells enough that each holds one edge at most, where 4,096 do. `edges`: finite, strictly ascending. O(edges + cells). */
export function binFinder(edges: Float64Array): BinFinder {
  let finder = withCells(edges, fewestCells);
  for (let cells = fewestCells * 2; finder.steps > 1 && cells <= mostCells; cells *= 2) {
    finder = withCells(edges, cells);
  }
  return finder;
}
