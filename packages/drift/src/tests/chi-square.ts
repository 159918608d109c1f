import type { BinOptions } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description, OptionDescription } from '../description.ts';
import { tableCells } from './table-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { contingency, sumOverTable, yatesStep } from './contingency.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';

/** The options of the tests of a 2 × k table. */
export const tableOptions: readonly OptionDescription[] = [
  ...binOptions,
  {
    name: 'form',
    takes: ['contingency', 'goodness-of-fit'],
    default: 'contingency',
    says: 'contingency: both sides are samples; goodness-of-fit: the shares of the reference are taken as known',
  },
  {
    name: 'correction',
    takes: [true, false],
    default: true,
    says: 'Yates’ correction where there are two cells (one degree of freedom); contingency only',
  },
];

export const chiSquareDescription: Description = {
  title: 'χ²',
  says: 'the squared differences of the counts from those expected without drift, each over the expected count',
  formula: 'Σ (observed − expected)² / expected',
  range: [0, Infinity],
  direction: 'high',
  takes: ['categories', 'numbers', 'binned counts'],
  needs:
    '1 row a side; p is reliable where every cell expects 5; raw numbers of at most ten different values are counted by value, others in bins',
  pValue: 'χ² law, k − 1 degrees of freedom for k cells',
  growsWithRows: true,
  source: 'scipy.stats.chi2_contingency, scipy.stats.chisquare',
  options: tableOptions,
};

/** Which χ², and the bins of raw numbers. */
export interface ChiSquareOptions extends BinOptions {
  /**
   * `contingency` (default): test of homogeneity of the 2 × k table. `goodness-of-fit`: the current counts against the
   * shares of the reference, as if these were known exactly; with few reference rows it finds drift where there is none.
   */
  form?: 'contingency' | 'goodness-of-fit';
  /** Yates' correction of the contingency form where there is one degree of freedom, as scipy's default. Default true. */
  correction?: boolean;
}

/** (|observed − expected| − step)² / expected; Yates' step never passes the difference itself. */
function addend(observed: number, expected: number, step: number): number {
  const difference = Math.abs(observed - expected);
  const left = difference > step ? difference - step : 0;
  return (left * left) / expected;
}

/** What one cell adds to χ² of a goodness of fit. */
export function chiSquareTerm(observed: number, expected: number): number {
  return addend(observed, expected, 0);
}

/** χ² of the 2 × k table of counts; the addends of each cell go to `terms`. */
export function chiSquareOfCounts(
  reference: Float64Array,
  current: Float64Array,
  correction: boolean,
  terms?: Float64Array
): number {
  const step = yatesStep(reference, current, correction);
  return sumOverTable(reference, current, (observed, expected) => addend(observed, expected, step), terms);
}

/**
 * Pearson's χ² of both sides' counts, k − 1 degrees of freedom; high means drift, and it grows with the rows. Categories
 * in which neither side has rows are left out. `terms` add up to χ². Expected counts under 5 make p unreliable.
 * `scipy.stats.chi2_contingency`; `goodness-of-fit`: `scipy.stats.chisquare`.
 */
export function chiSquare(reference: Sample, current: Sample, options: ChiSquareOptions = {}): Comparison | DriftError {
  const cells = tableCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  return options.form === 'goodness-of-fit'
    ? goodnessOfFit(cells, { name: 'χ²', term: chiSquareTerm })
    : contingency(cells, options.correction ?? true, { name: 'χ²', statistic: chiSquareOfCounts });
}
