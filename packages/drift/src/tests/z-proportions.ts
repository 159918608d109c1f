import type { Description } from '../description.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { erfc } from '../special-functions/erfc.ts';
import type { Comparison, DriftError } from '../types.ts';
import { categoryOption, twoCategories } from './two-categories.ts';
import type { TwoCategories } from './two-categories.ts';

export const zProportionsDescription: Description = {
  title: 'z-test of proportions',
  says: 'the share of a category in the reference less that in the current data, in standard errors',
  formula: '(p − q) / √(s (1 − s) (1/n + 1/m)), s the share in both sides together',
  range: [-Infinity, Infinity],
  direction: 'two-sided',
  takes: ['categories', 'numbers'],
  needs: 'two categories; p is reliable where each has 5 rows a side',
  pValue: 'two-sided, normal law',
  growsWithRows: true,
  source: 'statsmodels.stats.proportion.proportions_ztest; unpooled: Wald; continuity: Fleiss 1981, 2.3',
  options: [
    categoryOption,
    {
      name: 'variance',
      takes: ['pooled', 'unpooled'],
      default: 'pooled',
      says: 'standard error from the share in both sides together, or from each side’s own share',
    },
    {
      name: 'continuity',
      takes: [true, false],
      default: false,
      says: 'draw the shares nearer by ½ (1/n + 1/m), but not past each other: z² is then χ² with Yates’ correction',
    },
  ],
};

/** Which category, and which standard error. */
export interface ZProportionsOptions {
  /** The category whose share is compared. Default: the first of two in order of their names. */
  category?: string;
  /** Default `pooled`. */
  variance?: 'pooled' | 'unpooled';
  /** Default false. */
  continuity?: boolean;
}

function standardError(table: TwoCategories, variance: 'pooled' | 'unpooled'): number {
  const { reference, current, otherReference, otherCurrent } = table;
  const { nReference: n, nCurrent: m } = table.facts;
  if (variance === 'unpooled') {
    return Math.sqrt((reference / n) * (otherReference / n) * (1 / n) + (current / m) * (otherCurrent / m) * (1 / m));
  }
  const pooled = ((reference + current) / (n + m)) * ((otherReference + otherCurrent) / (n + m));
  return Math.sqrt(pooled * (1 / n + 1 / m));
}

/**
 * z-test of two proportions: the share of one category in the reference less that in the current data, over its standard
 * error; far from 0 means drift, and it grows with the rows. Two-sided p. Where only one category has rows, nothing can
 * differ: 0, p 1. `proportions_ztest`; pooled z² is χ² without correction.
 */
export function zProportions(
  reference: Sample,
  current: Sample,
  options: ZProportionsOptions = {}
): Comparison | DriftError {
  const table = twoCategories(reference, current, options.category);
  if (isDriftError(table)) {
    return table;
  }
  const { variance = 'pooled', continuity = false } = options;
  const { nReference: n, nCurrent: m } = table.facts;
  // As one fraction: the difference of two shares would lose digits where they are near.
  const difference = (table.reference * m - table.current * n) / (n * m);
  const step = continuity ? Math.min(Math.abs(difference), (1 / n + 1 / m) / 2) : 0;
  const error = standardError(table, variance);
  if (error === 0 && difference !== 0) {
    return notDefined(
      `"${table.category}" has all rows on one side and none on the other, so the unpooled standard error is 0: take variance pooled, or fisher-exact.`
    );
  }
  const value = error === 0 ? 0 : (difference - Math.sign(difference) * step) / error;
  return {
    ...table.facts,
    value,
    pValue: erfc(Math.abs(value) / Math.SQRT2),
    variant: `z-test of the share of "${table.category}", ${variance} variance${continuity ? ', continuity correction' : ''}`,
  };
}
