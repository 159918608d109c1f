import { cellFacts } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Comparison } from '../types.ts';
import { chiSquarePValue } from './chi-square-p-value.ts';

/** Cells in which a side has rows. */
export function usedCells(reference: Float64Array, current: Float64Array): number {
  let used = 0;
  for (let i = 0; i < reference.length; i++) {
    used += (reference[i] ?? 0) + (current[i] ?? 0) > 0 ? 1 : 0;
  }
  return used;
}

/** Yates' step towards what is expected: ½ where two cells have rows (one degree of freedom) and it is asked for. */
export function yatesStep(reference: Float64Array, current: Float64Array, correction: boolean): number {
  let used = 0;
  for (let i = 0; correction && used < 3 && i < reference.length; i++) {
    used += (reference[i] ?? 0) + (current[i] ?? 0) > 0 ? 1 : 0;
  }
  return used === 2 ? 0.5 : 0;
}

/** P(χ² ≥ value); one cell on both sides cannot differ. */
export function homogeneityPValue(value: number, df: number): number {
  return df < 1 ? 1 : chiSquarePValue(value, df);
}

/** The name of a cell: its category, or its bin. */
export function cellName({ categories, edges, missingCell }: CommonCells, i: number): string {
  if (edges && i === missingCell) {
    return 'the cell of missing rows';
  }
  return categories ? `"${categories[i] ?? ''}"` : `the bin from ${edges?.[i] ?? NaN} to ${edges?.[i + 1] ?? NaN}`;
}

/** "4 categories" or "4 bins". */
export function cellsInWords(cells: CommonCells, count: number): string {
  const [one, many] = cells.categories ? ['category', 'categories'] : ['bin', 'bins'];
  return `${count} ${count === 1 ? one : many}`;
}

/** A statistic of the 2 × k table of both sides' counts; its addends go to `terms`. */
export type TableStatistic = (
  reference: Float64Array,
  current: Float64Array,
  correction: boolean,
  terms?: Float64Array
) => number;

/** Σ addend over the cells of the 2 × k table, from the rows observed and expected in each; per cell they go to `terms`. */
export function sumOverTable(
  reference: Float64Array,
  current: Float64Array,
  addend: (observed: number, expected: number) => number,
  terms?: Float64Array
): number {
  const n = totalOf(reference);
  const m = totalOf(current);
  let sum = 0;
  for (let i = 0; i < reference.length; i++) {
    const inReference = reference[i] ?? 0;
    const inCurrent = current[i] ?? 0;
    const pooled = inReference + inCurrent;
    const term =
      pooled === 0 ? 0 : addend(inReference, (pooled * n) / (n + m)) + addend(inCurrent, (pooled * m) / (n + m));
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/**
 * A test of homogeneity of the 2 × k table, k − 1 degrees of freedom, χ² law. Cells without rows on both sides are left
 * out. `correction`: Yates', which there is at one degree of freedom alone.
 */
export function contingency(
  cells: CommonCells,
  correction: boolean,
  { name, statistic }: { name: string; statistic: TableStatistic }
): Comparison {
  const used = usedCells(cells.reference, cells.current);
  const terms = new Float64Array(cells.reference.length);
  const value = statistic(cells.reference, cells.current, correction, terms);
  const corrected = correction && used === 2;
  return {
    ...cellFacts(cells),
    value,
    pValue: homogeneityPValue(value, used - 1),
    df: used - 1,
    variant: `${name} contingency over ${cellsInWords(cells, used)}${corrected ? ", Yates' correction" : ''}`,
    terms,
  };
}
