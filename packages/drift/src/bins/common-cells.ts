import { isDriftError, noData, notNumeric } from '../errors.ts';
import type { Side } from '../errors.ts';
import { binsProblem, totalOf } from '../samples/aligned-bins.ts';
import { alignCategories, countCategories } from '../samples/count-categories.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { NumericInput, Sample } from '../samples/sample.ts';
import { sortedValues } from '../samples/numeric-values.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
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

function cellsOfCategories(reference: Sample, current: Sample): CommonCells {
  const p = countCategories(reference);
  const q = countCategories(current);
  return { ...alignCategories(p, q), missingReference: p.missing, missingCurrent: q.missing };
}

function binned(sample: NumericInput | SortedSample | BinnedCounts, edges: ArrayLike<number>) {
  return 'edges' in sample ? { ...sample, missing: 0 } : histogram(sample, edges);
}

function numbersOrBins(sample: Sample, side: Side): SortedSample | BinnedCounts | DriftError {
  if (isCategoryCounts(sample) || isCategorical(sample)) {
    return notNumeric(side);
  }
  return isBinned(sample) ? sample : sortedValues(sample, side);
}

/**
 * Counts two samples over common cells: categories where a side is text or category counts, else bins. A side that is
 * binned already gives its edges to the other; two raw sides get `edges` or bins at quantiles of the reference.
 */
export function commonCells(reference: Sample, current: Sample, options: BinOptions = {}): CommonCells | DriftError {
  if ([reference, current].some((side) => isCategoryCounts(side) || isCategorical(side))) {
    const cells = cellsOfCategories(reference, current);
    return emptySide(cells) ?? cells;
  }
  const p = numbersOrBins(reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = numbersOrBins(current, 'current');
  if (isDriftError(q)) {
    return q;
  }
  const given = 'edges' in q ? q.edges : options.edges;
  const edges = 'edges' in p ? p.edges : (given ?? referenceBins(p, { count: options.bins ?? 10 }));
  const left = binned(p, edges);
  const right = binned(q, edges);
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
