import { commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { histogram } from '../bins/histogram.ts';
import { isDriftError } from '../errors.ts';
import { countCategories } from '../samples/count-categories.ts';
import type { DriftError } from '../types.ts';
import { kitagawa } from './kitagawa.ts';
import type { SliceParts } from './kitagawa.ts';
import { numbersOf } from './rows-by-slice.ts';
import type { SliceRows } from './slice-test.ts';

type Rows = readonly (number | string)[];

const texts = (rows: Rows) => rows.map(String);

/** Cells over all slices: categories, or bins at quantiles of the reference. */
export function cellsOfAll(slices: readonly SliceRows[], text: boolean, options: BinOptions): CommonCells | DriftError {
  const reference = slices.flatMap((slice) => slice.reference);
  const current = slices.flatMap((slice) => slice.current);
  return text
    ? commonCells(texts(reference), texts(current), options)
    : commonCells(numbersOf(reference), numbersOf(current), options);
}

/** How many of the rows lie in each of the cells. */
function countIn(rows: Rows, { edges, categories }: CommonCells): ArrayLike<number> {
  if (!categories) {
    return histogram(numbersOf(rows), edges ?? []).counts;
  }
  const counted = countCategories(texts(rows));
  const counts = new Map(counted.categories.map((category, i) => [category, counted.counts[i] ?? 0]));
  return categories.map((category) => counts.get(category) ?? 0);
}

/** The total variation between both sides, and what every slice adds to it. */
export interface SplitVariation {
  value: number;
  parts: SliceParts[];
}

/**
 * Splits the total variation ½ Σ |Q − P| over the cells into mix and within: the decomposition of each cell's share,
 * taken with the sign of its change. The parts add up to the total variation exactly.
 */
export function splitVariation(
  slices: readonly SliceRows[],
  text: boolean,
  options: BinOptions
): SplitVariation | DriftError {
  const cells = cellsOfAll(slices, text, options);
  if (isDriftError(cells)) {
    return cells;
  }
  // The edges as given: a finite last one takes in its right end, which the opened edges do not tell.
  const counted = !text && options.edges ? { ...cells, edges: Float64Array.from(options.edges) } : cells;
  const counts = slices.map(
    ({ reference, current }) => [countIn(reference, counted), countIn(current, counted)] as const
  );
  const parts = slices.map(() => ({ mix: 0, within: 0 }));
  let value = 0;
  for (let cell = 0; cell < cells.reference.length; cell++) {
    const inCell = kitagawa(
      slices.map(({ reference, current }, i) => ({
        nReference: reference.length,
        nCurrent: current.length,
        meanReference: (counts[i]?.[0][cell] ?? 0) / reference.length,
        meanCurrent: (counts[i]?.[1][cell] ?? 0) / current.length,
      }))
    );
    const change = inCell.reduce((sum, { mix, within }) => sum + mix + within, 0);
    const half = Math.sign(change) / 2;
    value += Math.abs(change) / 2;
    inCell.forEach(({ mix, within }, i) => {
      const part = parts[i];
      if (part) {
        part.mix += half * mix;
        part.within += half * within;
      }
    });
  }
  return { value, parts };
}
