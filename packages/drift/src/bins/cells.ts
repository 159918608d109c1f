import { noData } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { noWeight } from '../samples/weighted-rows.ts';
import type { BinnedCounts, CategoryCounts, DriftError } from '../types.ts';

/** Counts of both sides over the same bins or categories. */
export interface CommonCells {
  reference: Float64Array;
  current: Float64Array;
  /** Of bins: one more than bins. */
  edges?: Float64Array;
  /** Of categories: the reference's first, then the new ones. */
  categories?: string[];
  missingReference: number;
  missingCurrent: number;
  /** Which cell holds the rows without a value, where they have one of their own: the last; it has no edges. */
  missingCell?: number;
  /** Rows that are +∞ or −∞, counted in the outer bins. */
  infiniteReference?: number;
  infiniteCurrent?: number;
  /** Categories with rows in the current sample alone, and in the reference alone. */
  newCategories?: string[];
  vanishedCategories?: string[];
  /** Rows behind weighted counts. Absent where the counts are rows. */
  rowsReference?: number;
  rowsCurrent?: number;
}

/** Name of the category of the rows without a value. */
export const missingCategory = 'missing';

/** Nothing counted on one side. */
export function emptySide(cells: CommonCells): DriftError | undefined {
  const empty = (['reference', 'current'] as const).find((side) => !(totalOf(cells[side]) > 0));
  const rows = empty === 'reference' ? cells.rowsReference : cells.rowsCurrent;
  return empty && (rows ? noWeight(empty) : noData(empty));
}

function extended(counts: Float64Array, last: number): Float64Array {
  return Float64Array.from([...counts, last]);
}

/** The same cells and a last one for the rows without a value; none where no row lacks one. */
export function withMissingCell(cells: CommonCells, missingWeights: readonly [number, number]): CommonCells {
  const [ofReference, ofCurrent] = missingWeights;
  if (!(ofReference + ofCurrent > 0)) {
    return cells;
  }
  const { categories, rowsReference, rowsCurrent } = cells;
  const name = categories?.includes(missingCategory) ? `${missingCategory} (no value)` : missingCategory;
  return {
    ...cells,
    reference: extended(cells.reference, ofReference),
    current: extended(cells.current, ofCurrent),
    ...(categories ? { categories: [...categories, name] } : {}),
    missingCell: cells.reference.length,
    ...(rowsReference === undefined ? {} : { rowsReference: rowsReference + cells.missingReference }),
    ...(rowsCurrent === undefined ? {} : { rowsCurrent: rowsCurrent + cells.missingCurrent }),
  };
}

/**
 * Both sides as samples of counts. The cell of missing rows has no edges: where bins have one, all cells are told by their
 * number.
 */
export function sidesOf(cells: CommonCells): readonly [BinnedCounts | CategoryCounts, BinnedCounts | CategoryCounts] {
  const { edges = new Float64Array(), missingCell, reference, current } = cells;
  const numbered = missingCell === undefined ? undefined : Array.from(reference, (_, cell) => `${cell}`);
  const categories = cells.categories ?? numbered;
  const side = (counts: Float64Array) => (categories ? { categories, counts } : { edges, counts });
  return [side(reference), side(current)];
}

/** What was seen beside the counts, where there is something to tell. */
function sightings(cells: CommonCells) {
  const { infiniteReference, infiniteCurrent, newCategories, vanishedCategories } = cells;
  return {
    ...(infiniteReference ? { infiniteReference } : {}),
    ...(infiniteCurrent ? { infiniteCurrent } : {}),
    ...(newCategories?.length ? { newCategories } : {}),
    ...(vanishedCategories?.length ? { vanishedCategories } : {}),
  };
}

/**
 * The parts of a `Comparison` that say what was counted. n is the number of rows in the cells: without the missing ones
 * unless they have a cell of their own; of weighted counts the rows behind them.
 */
export function cellFacts(cells: CommonCells) {
  return {
    nReference: cells.rowsReference ?? totalOf(cells.reference),
    nCurrent: cells.rowsCurrent ?? totalOf(cells.current),
    missingReference: cells.missingReference,
    missingCurrent: cells.missingCurrent,
    ...(cells.edges ? { edges: cells.edges } : {}),
    ...(cells.categories ? { categories: cells.categories } : {}),
    ...(cells.missingCell === undefined ? {} : { missingTerm: cells.missingCell }),
    ...sightings(cells),
  };
}
