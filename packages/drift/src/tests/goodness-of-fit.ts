import { cellFacts } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Comparison } from '../types.ts';
import { cellName, cellsInWords, homogeneityPValue, usedCells } from './contingency.ts';

/** What one cell adds, from the rows observed in it and those expected, of which one at least is above 0. */
export type CellTerm = (observed: number, expected: number) => number;

/**
 * Σ term over the current counts against those expected by the shares of the reference, which are taken as known; the
 * addends go to `terms`. A cell in which the current side has rows and the reference none makes it infinite.
 */
export function fitOfCounts(
  reference: Float64Array,
  current: Float64Array,
  term: CellTerm,
  terms?: Float64Array
): number {
  const n = totalOf(reference);
  const m = totalOf(current);
  let sum = 0;
  for (let i = 0; i < reference.length; i++) {
    const expected = ((reference[i] ?? 0) * m) / n;
    const observed = current[i] ?? 0;
    const empty = expected === 0 && observed === 0;
    const addend = empty ? 0 : expected === 0 ? Infinity : term(observed, expected);
    sum += addend;
    if (terms) {
      terms[i] = addend;
    }
  }
  return sum;
}

/** The cells that make a fit infinite, in words; nothing where there are none. */
function newCells(cells: CommonCells): string {
  const found = Array.from(cells.current.keys()).filter(
    (i) => (cells.current[i] ?? 0) > 0 && !((cells.reference[i] ?? 0) > 0)
  );
  const [first] = found;
  if (first === undefined) {
    return '';
  }
  const others = found.length > 1 ? ` and ${found.length - 1} more` : '';
  return `, infinite as the reference has no row in ${cellName(cells, first)}${others}`;
}

/**
 * Goodness of fit of the current counts to the shares of the reference, k − 1 degrees of freedom, χ² law. Cells without
 * rows on both sides are left out; what the reference lacks gives the value ∞ and p 0, and the variant names it.
 */
export function goodnessOfFit(cells: CommonCells, { name, term }: { name: string; term: CellTerm }): Comparison {
  const used = usedCells(cells.reference, cells.current);
  const terms = new Float64Array(cells.reference.length);
  const value = fitOfCounts(cells.reference, cells.current, term, terms);
  return {
    ...cellFacts(cells),
    value,
    pValue: homogeneityPValue(value, used - 1),
    df: used - 1,
    variant: `${name} goodness of fit over ${cellsInWords(cells, used)}${newCells(cells)}`,
    terms,
  };
}
