import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { chiSquarePValue } from './chi-square-p-value.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';

export const chiSquareDescription: Description = {
  title: 'χ²',
  says: 'the squared differences of the counts from those expected without drift',
  formula: 'Σ (observed − expected)² / expected',
  range: [0, Infinity],
  direction: 'high',
  takes: ['categories', 'numbers', 'binned counts'],
  needs: '1 row a side; p is reliable where every cell expects 5',
  pValue: 'χ² law, k − 1 degrees of freedom',
  growsWithRows: true,
  source: 'scipy.stats.chi2_contingency',
  options: [
    ...binOptions,
    {
      name: 'correction',
      takes: [true, false],
      default: true,
      says: 'Yates’ correction where there is one degree of freedom',
    },
  ],
};

export interface ChiSquareOptions extends BinOptions {
  /** Yates' correction where there is one degree of freedom, as scipy's default. Default true. */
  correction?: boolean;
}

/** (|observed − expected| − correction)² / expected; Yates' step never passes the difference itself. */
function term(observed: number, expected: number, correction: number): number {
  const difference = Math.abs(observed - expected);
  return (difference - Math.min(correction, difference)) ** 2 / expected;
}

/**
 * Pearson's χ² of the 2 × k table of both sides' counts (test of homogeneity), k − 1 degrees of freedom; high means
 * drift, and it grows with the rows. Categories in which neither side has rows are left out. `terms` add up to χ².
 * Expected counts under 5 make p unreliable. `scipy.stats.chi2_contingency`.
 */
export function chiSquare(reference: Sample, current: Sample, options: ChiSquareOptions = {}): Comparison | DriftError {
  const cells = commonCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const facts = cellFacts(cells);
  const total = facts.nReference + facts.nCurrent;
  const pooled = cells.reference.map((count, i) => count + (cells.current[i] ?? 0));
  const df = pooled.reduce((used, count) => used + (count > 0 ? 1 : 0), -1);
  const corrected = df === 1 && (options.correction ?? true);
  const step = corrected ? 0.5 : 0;
  const terms = pooled.map((count, i) => {
    const p = (count * facts.nReference) / total;
    const q = (count * facts.nCurrent) / total;
    return count === 0 ? 0 : term(cells.reference[i] ?? 0, p, step) + term(cells.current[i] ?? 0, q, step);
  });
  const value = terms.reduce((sum, addend) => sum + addend, 0);
  return {
    ...facts,
    value,
    // One category on both sides: nothing can differ.
    pValue: df < 1 ? 1 : chiSquarePValue(value, df),
    df,
    variant: `χ² contingency over ${df + 1} categories${corrected ? ", Yates' correction" : ''}`,
    terms,
  };
}
