import type { Description } from '../description.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { twoSidedHypergeometric } from '../special-functions/hypergeometric-two-sided.ts';
import { lowerHypergeometric, upperHypergeometric } from '../special-functions/hypergeometric.ts';
import type { Hypergeometric } from '../special-functions/hypergeometric.ts';
import type { Comparison, DriftError } from '../types.ts';
import { categoryOption, twoCategories } from './two-categories.ts';
import type { TwoCategories } from './two-categories.ts';

export const fisherExactDescription: Description = {
  title: 'Fisher’s exact test',
  says: 'the odds of a category in the reference over those in the current data; 1 without drift',
  formula: 'ad / (bc): a, b the rows of the category in reference and current, c, d all others',
  range: [0, Infinity],
  direction: 'two-sided',
  takes: ['categories', 'numbers'],
  needs: 'two categories, whole counts',
  pValue: 'exact, hypergeometric law, by `alternative`',
  growsWithRows: false,
  source: 'Fisher 1935; scipy.stats.fisher_exact',
  options: [
    categoryOption,
    {
      name: 'alternative',
      takes: ['two-sided', 'less', 'greater'],
      default: 'two-sided',
      says: 'two-sided; less: a small p means that the category is rarer in the reference; greater: that it is more frequent there',
    },
  ],
};

/** Which category, and which way. */
export interface FisherExactOptions {
  /** The first row of the table. Default: the first of two categories in order of their names. */
  category?: string;
  /** Default `two-sided`. `less`: odds ratio below 1. */
  alternative?: 'two-sided' | 'less' | 'greater';
}

/** The sample odds ratio, infinite where a category is missing on one side: scipy's. */
function oddsRatio({ reference, current, otherReference, otherCurrent }: TwoCategories): number {
  const below = current * otherReference;
  return below > 0 ? (reference * otherCurrent) / below : Infinity;
}

function pValueOf(x: number, law: Hypergeometric, alternative: 'two-sided' | 'less' | 'greater'): number {
  switch (alternative) {
    case 'less':
      return lowerHypergeometric(x, law);
    case 'greater':
      return upperHypergeometric(x, law);
    case 'two-sided':
      return twoSidedHypergeometric(x, law);
  }
}

/**
 * Fisher's exact test of the 2 × 2 table of one category against all others, reference against current; 0 … ∞, far from 1
 * means drift. `value` is the sample odds ratio, `pValue` the probability of all tables of the same sums that are as
 * probable as this one or less. Where only one category has rows, nothing can differ: 1, p 1.
 * `scipy.stats.fisher_exact`, with ties decided exactly.
 */
export function fisherExact(
  reference: Sample,
  current: Sample,
  options: FisherExactOptions = {}
): Comparison | DriftError {
  const table = twoCategories(reference, current, options.category);
  if (isDriftError(table)) {
    return table;
  }
  const cells = [table.reference, table.current, table.otherReference, table.otherCurrent];
  const broken = cells.find((count) => !Number.isSafeInteger(count));
  if (broken !== undefined) {
    return notDefined(
      `Fisher's exact test counts rows, and ${broken} is no whole number: give counts instead of rates, or take g-test.`
    );
  }
  const { alternative = 'two-sided' } = options;
  const marked = table.reference + table.current;
  const others = table.otherReference + table.otherCurrent;
  const { nReference, nCurrent } = table.facts;
  const variant = `Fisher's exact test of "${table.category}", ${alternative}`;
  if (marked === 0 || others === 0) {
    return { ...table.facts, value: 1, pValue: 1, variant: `${variant}; one category only, odds ratio taken as 1` };
  }
  const law = { rows: nReference + nCurrent, marked, drawn: nReference };
  return {
    ...table.facts,
    value: oddsRatio(table),
    pValue: Math.min(1, pValueOf(table.reference, law, alternative)),
    variant,
  };
}
