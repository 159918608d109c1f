import type { Description } from '../description.ts';
import { tableCells } from './table-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { deviance } from '../special-functions/deviance.ts';
import type { Comparison, DriftError } from '../types.ts';
import { tableOptions } from './chi-square.ts';
import type { ChiSquareOptions } from './chi-square.ts';
import { contingency, sumOverTable, yatesStep } from './contingency.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';

export const gTestDescription: Description = {
  title: 'G-test',
  says: 'twice the log-likelihood ratio of the counts against those expected without drift',
  formula: '2 Σ observed ln(observed / expected)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['categories', 'numbers', 'binned counts'],
  needs:
    '1 row a side; p is reliable where every cell expects 5; raw numbers of at most ten different values are counted by value, others in bins',
  pValue: 'χ² law, k − 1 degrees of freedom for k cells',
  growsWithRows: true,
  source:
    'Sokal & Rohlf 1995, 17.2; scipy.stats.chi2_contingency and scipy.stats.power_divergence, lambda_ log-likelihood',
  options: tableOptions,
};

/** Form and Yates' correction, as of χ². */
export type GTestOptions = ChiSquareOptions;

/**
 * What one cell adds: 2 (observed ln(observed / expected) + expected − observed) ≥ 0, with 0 ln 0 = 0. What is added to the
 * textbook's addend is 0 over all cells, and without it the sum would lose its digits where both sides are alike.
 */
export function gTerm(observed: number, expected: number): number {
  return 2 * deviance(observed, expected);
}

/** Yates' correction: half a row nearer to what is expected, but never past it. */
function nearer(observed: number, expected: number, step: number): number {
  return observed < expected ? Math.min(expected, observed + step) : Math.max(expected, observed - step);
}

/** G of the 2 × k table of counts; the addends of each cell go to `terms`. */
export function gOfCounts(
  reference: Float64Array,
  current: Float64Array,
  correction: boolean,
  terms?: Float64Array
): number {
  const step = yatesStep(reference, current, correction);
  const side = (observed: number, expected: number) => gTerm(nearer(observed, expected, step), expected);
  return sumOverTable(reference, current, side, terms);
}

/**
 * G-test (log-likelihood ratio) of both sides' counts, k − 1 degrees of freedom; high means drift, and it grows with the
 * rows. Categories in which neither side has rows are left out. `terms` add up to G. Expected counts under 5 make p
 * unreliable. `scipy.stats.chi2_contingency`, `goodness-of-fit`: `scipy.stats.power_divergence`, both of log-likelihood.
 */
export function gTest(reference: Sample, current: Sample, options: GTestOptions = {}): Comparison | DriftError {
  const cells = tableCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  return options.form === 'goodness-of-fit'
    ? goodnessOfFit(cells, { name: 'G-test', term: gTerm })
    : contingency(cells, options.correction ?? true, { name: 'G-test', statistic: gOfCounts });
}
