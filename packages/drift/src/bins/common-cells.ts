import { isDriftError, noData, notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import { binsProblem, totalOf } from '../samples/aligned-bins.ts';
import { alignCategories, countCategories } from '../samples/count-categories.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { numericValues, sortedValues } from '../samples/numeric-values.ts';
import type { BinnedCounts, DriftError } from '../types.ts';
import { histogram } from './histogram.ts';
import { referenceBins } from './reference-bins.ts';

/** Where raw numbers are cut. Without edges: quantiles of the reference. */
export interface BinOptions {
  /** Bins wanted. Default 10. */
  bins?: number;
  /** Ascending edges to use instead; finite outer edges get an open bin beyond them. */
  edges?: ArrayLike<number>;
}

/** Counts of both sides over the same bins or categories. */
export interface CommonCells {
  reference: Float64Array;
  current: Float64Array;
  /** Of bins: one more than counts. */
  edges?: Float64Array;
  /** Of categories: the reference's first, then the new ones. */
  categories?: string[];
  missingReference: number;
  missingCurrent: number;
}

/** Nothing counted on one side. */
function emptySide(cells: CommonCells): DriftError | undefined {
  const empty = (['reference', 'current'] as const).find((side) => !(totalOf(cells[side]) > 0));
  return empty && noData(empty);
}

function cellsOfBins(reference: BinnedCounts, current: BinnedCounts): CommonCells | DriftError {
  const cells = {
    reference: Float64Array.from(reference.counts),
    current: Float64Array.from(current.counts),
    edges: Float64Array.from(reference.edges),
    missingReference: 0,
    missingCurrent: 0,
  };
  return binsProblem(reference, current) ?? cells;
}

/** Counts two samples over their categories; numbers are taken as categories, bins cannot be. */
export function cellsByCategory(reference: Sample, current: Sample): CommonCells | DriftError {
  if (isBinned(reference) || isBinned(current)) {
    return notDefined(
      'One side holds categories, the other numeric bins: they share no cells. Compare like with like.'
    );
  }
  const p = countCategories(reference);
  const q = countCategories(current);
  const cells = { ...alignCategories(p, q), missingReference: p.missing, missingCurrent: q.missing };
  return emptySide(cells) ?? cells;
}

/** The bins of the cells, and the rows that are in none of them. */
type Binned = BinnedCounts & { missing: number };

/** The same counts with an empty open bin beyond each finite outer edge: what `histogram` gives the other side. */
function withOpenEnds({ edges, counts }: BinnedCounts): BinnedCounts {
  const below = edges[0] !== -Infinity;
  const above = edges[edges.length - 1] !== Infinity;
  return {
    edges: [...(below ? [-Infinity] : []), ...Array.from(edges), ...(above ? [Infinity] : [])],
    counts: [...(below ? [0] : []), ...Array.from(counts), ...(above ? [0] : [])],
  };
}

/** Counts one side in the edges; a side that is binned already is taken as it is, with open ends. */
function binned(sample: Sample, side: Side, edges: ArrayLike<number>): Binned | DriftError {
  if (isBinned(sample)) {
    return { ...withOpenEnds(sample), missing: 0 };
  }
  const numbers = numericValues(sample, side);
  return isDriftError(numbers) ? numbers : { ...histogram(numbers.values, edges), missing: numbers.missing };
}

/** Edges that a side brings, that the caller gives, or at quantiles of the reference. */
function edgesFor(reference: Sample, current: Sample, options: BinOptions): ArrayLike<number> | DriftError {
  if (isBinned(reference)) {
    return reference.edges;
  }
  const given = isBinned(current) ? current.edges : options.edges;
  if (given) {
    return given;
  }
  const sorted = sortedValues(reference, 'reference');
  return isDriftError(sorted) ? sorted : referenceBins(sorted, { count: options.bins ?? 10 });
}

/**
 * Counts two samples over common cells: categories where a side is text or category counts, else bins. A side that is
 * binned already gives its edges to the other; two raw sides get `edges` or bins at quantiles of the reference.
 */
export function commonCells(reference: Sample, current: Sample, options: BinOptions = {}): CommonCells | DriftError {
  if ([reference, current].some((side) => isCategoryCounts(side) || isCategorical(side))) {
    return cellsByCategory(reference, current);
  }
  if (isBinned(reference) && isBinned(current)) {
    return cellsOfBins(reference, current);
  }
  const edges = edgesFor(reference, current, options);
  if (isDriftError(edges)) {
    return edges;
  }
  const left = binned(reference, 'reference', edges);
  if (isDriftError(left)) {
    return left;
  }
  const right = binned(current, 'current', edges);
  if (isDriftError(right)) {
    return right;
  }
  const cells = cellsOfBins(left, right);
  return isDriftError(cells) ? cells : { ...cells, missingReference: left.missing, missingCurrent: right.missing };
}

/** The parts of a `Comparison` that say what was counted. */
export function cellFacts(cells: CommonCells) {
  return {
    nReference: totalOf(cells.reference),
    nCurrent: totalOf(cells.current),
    missingReference: cells.missingReference,
    missingCurrent: cells.missingCurrent,
    ...(cells.edges ? { edges: cells.edges } : {}),
    ...(cells.categories ? { categories: cells.categories } : {}),
  };
}
