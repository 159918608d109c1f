import { commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import { isBinned, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';

/** Sum of counts, NaN where one is negative or none, ∞ where one is infinite: only a finite sum is a number of rows. */
export function rowsOf(counts: ArrayLike<number>): number {
  let rows = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? NaN;
    rows += count >= 0 ? count : NaN;
  }
  return rows;
}

function sideProblem(sample: Sample, side: Side): DriftError | undefined {
  if (!isBinned(sample) && !isCategoryCounts(sample)) {
    return undefined;
  }
  if (isCategoryCounts(sample) && sample.categories.length !== sample.counts.length) {
    return notDefined(
      `The ${side} side has ${sample.categories.length} categories and ${sample.counts.length} counts: give one count a category.`
    );
  }
  return Number.isFinite(rowsOf(sample.counts))
    ? undefined
    : notDefined(
        `The ${side} side has a count that is negative, infinite or no number: a count is 0 or more, an empty cell is 0.`
      );
}

/** Why counts that were given are none: negative, infinite, NaN, or not one a category. Fractions (rates) are fine. */
export function countsProblem(reference: Sample, current: Sample): DriftError | undefined {
  return sideProblem(reference, 'reference') ?? sideProblem(current, 'current');
}

/** `commonCells` of two samples whose counts are counts. */
export function countedCells(reference: Sample, current: Sample, options: BinOptions = {}): CommonCells | DriftError {
  return countsProblem(reference, current) ?? commonCells(reference, current, options);
}
