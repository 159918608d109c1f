import { cellFacts, cellsByCategory } from '../bins/common-cells.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { OptionDescription } from '../description.ts';

export const categoryOption: OptionDescription = {
  name: 'category',
  takes: 'text',
  says: 'the category whose share is compared with that of all others; without it the first of two in order of their names',
};

/** Rows of one category and of all others on each side. */
export interface TwoCategories {
  category: string;
  /** Rows of the category. */
  reference: number;
  current: number;
  /** All other rows. */
  otherReference: number;
  otherCurrent: number;
  facts: Omit<ReturnType<typeof cellFacts>, 'categories' | 'edges'>;
}

const binsHaveNoName = notDefined(
  'Binned counts have no categories: count the rows of two categories, or take chi-square.'
);

/** Counts one category against all others. More than two categories need one that is named. Numbers are taken as names. */
export function twoCategories(reference: Sample, current: Sample, named?: string): TwoCategories | DriftError {
  if (isBinned(reference) || isBinned(current)) {
    return binsHaveNoName;
  }
  const cells = cellsByCategory(reference, current);
  if (isDriftError(cells)) {
    return cells;
  }
  const { categories = [], ...facts } = cellFacts(cells);
  const used = categories.filter((_, i) => (cells.reference[i] ?? 0) + (cells.current[i] ?? 0) > 0).sort();
  if (named === undefined && used.length > 2) {
    return notDefined(
      `There are ${used.length} categories, and this test compares two: name one as category, to compare it with all others, or take chi-square.`
    );
  }
  const category = named ?? used[0] ?? '';
  const at = categories.indexOf(category);
  if (at < 0) {
    return notDefined(`Neither side has the category "${category}": name one of ${used.slice(0, 5).join(', ')}.`);
  }
  const [inReference, inCurrent] = [cells.reference[at] ?? 0, cells.current[at] ?? 0];
  const { nReference, nCurrent, missingReference, missingCurrent } = facts;
  return {
    category,
    reference: inReference,
    current: inCurrent,
    otherReference: restOf(cells.reference, at),
    otherCurrent: restOf(cells.current, at),
    facts: { nReference, nCurrent, missingReference, missingCurrent },
  };
}

/** All counts but one: added up, as a difference of rates would not be exact. */
function restOf(counts: Float64Array, without: number): number {
  return counts.reduce((sum, count, i) => (i === without ? sum : sum + count), 0);
}
