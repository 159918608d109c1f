import { notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { isBinned, isCategoryCounts } from './sample.ts';
import type { Sample } from './sample.ts';

/** Counts of rows, or rates, that formulas can multiply with each other. */
const leastCount = 1e-50;
const greatestCount = 1e50;

/** True for 0, a number of rows, or a rate. Fractions are fine. */
export function isCount(count: number): boolean {
  return count === 0 || (count >= leastCount && count <= greatestCount);
}

/** True where every edge is above the one before it. ±∞ may be the ends; NaN has no place. */
export function ascends(edges: ArrayLike<number>): boolean {
  for (let i = 1; i < edges.length; i++) {
    if (!((edges[i] ?? NaN) > (edges[i - 1] ?? NaN))) {
      return false;
    }
  }
  return !Number.isNaN(edges[0]);
}

export function edgesDoNotAscend(): DriftError {
  return notDefined('The edges do not ascend: sort them, and take out equal ones and those that are no numbers.');
}

/** Why the counts of a side that is binned or counted already are none, if so. Rows are no concern of it. */
export function countsProblem(sample: Sample, side: Side): DriftError | undefined {
  if (!isBinned(sample) && !isCategoryCounts(sample)) {
    return undefined;
  }
  const { counts, missing = 0 } = sample;
  if (isBinned(sample) && (counts.length === 0 || sample.edges.length !== counts.length + 1)) {
    return notDefined(
      `The ${side} side has ${sample.edges.length} edges and ${counts.length} counts: give one edge more than counts.`
    );
  }
  if (isBinned(sample) && !ascends(sample.edges)) {
    return edgesDoNotAscend();
  }
  if (isCategoryCounts(sample) && sample.categories.length !== counts.length) {
    return notDefined(
      `The ${side} side has ${sample.categories.length} categories and ${counts.length} counts: give one count a category.`
    );
  }
  const wrong = [...Array.from(counts), missing].find((count) => !isCount(count));
  return wrong === undefined
    ? undefined
    : notDefined(
        `The ${side} side has ${Number.isNaN(wrong) ? 'a count that is no number' : `the count ${wrong}`}: a count is a number of rows or a rate, at most ${greatestCount}, and that of an empty cell is 0.`
      );
}
