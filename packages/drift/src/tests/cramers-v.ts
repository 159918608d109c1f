import { cellFacts } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';
import { tableCells } from './table-cells.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Sample } from '../samples/sample.ts';
import { roundHalfEven } from '../special-functions/round-half-even.ts';
import type { Comparison, DriftError } from '../types.ts';
import { chiSquareOfCounts } from './chi-square.ts';
import { cellsInWords, homogeneityPValue, usedCells } from './contingency.ts';

export const cramersVDescription: Description = {
  title: 'Cramér’s V',
  says: 'how strongly the side a row is on and its category go together: 0 not at all, 1 wholly',
  formula: '√(χ² / (n + m))',
  range: [0, 1],
  direction: 'high',
  takes: ['categories', 'numbers', 'binned counts'],
  needs:
    '1 row a side; with Bergsma’s correction more rows than categories; raw numbers of at most ten different values are counted by value, others in bins',
  pValue: 'that of χ²',
  growsWithRows: false,
  source: 'Cramér 1946; scipy.stats.contingency.association; Bergsma 2013',
  options: [
    ...binOptions,
    {
      name: 'correction',
      takes: ['none', 'bergsma'],
      default: 'none',
      says: 'bergsma: take off what chance alone explains, so that V is near 0 without drift (deepchecks)',
    },
    {
      name: 'yates',
      takes: [true, false],
      default: false,
      says: 'Yates’ correction of χ² where there are two categories (deepchecks)',
    },
    {
      name: 'equalRows',
      takes: [true, false],
      default: false,
      says: 'scale the counts of the larger side down to the rows of the smaller, rounded (deepchecks)',
    },
  ],
};

/** Corrections of V, and the bins of raw numbers. */
export interface CramersVOptions extends BinOptions {
  /** `bergsma`: less the bias, Bergsma (2013). Default `none`. */
  correction?: 'none' | 'bergsma';
  /** Yates' correction of χ² where there are two categories. Default false, as `association`. */
  yates?: boolean;
  /** Scale the larger side's counts down to the rows of the smaller, rounded to whole rows (halves to even). Default false. */
  equalRows?: boolean;
}

type Table = Pick<CommonCells, 'reference' | 'current'>;

/** Both sides' counts with as many rows, up to rounding; an error where rounding leaves none. */
function withEqualRows({ reference, current }: CommonCells): Table | DriftError {
  const [n, m] = [totalOf(reference), totalOf(current)];
  const scaled = (counts: Float64Array, rows: number) =>
    counts.map((count) => roundHalfEven(count * (Math.min(n, m) / rows)));
  const table = { reference: scaled(reference, n), current: scaled(current, m) };
  return totalOf(table.reference) > 0 && totalOf(table.current) > 0
    ? table
    : notDefined(
        'Scaled down to the rows of the smaller side, every count of a side rounds to 0: take equalRows false, or widen the range of the smaller side.'
      );
}

/**
 * V less its bias, Bergsma (2013): φ² − (k − 1)/(N − 1), not below 0, over the lesser of k − (k − 1)²/(N − 1) − 1 and
 * 2 − 1/(N − 1) − 1, φ² = χ²/N; NaN where the rows do not suffice.
 */
function bergsma(chiSquare: number, rows: number, categories: number): number {
  const squared = Math.max(0, chiSquare / rows - (categories - 1) / (rows - 1));
  const ofCategories = categories - 1 - (categories - 1) ** 2 / (rows - 1);
  const ofSides = 1 - 1 / (rows - 1);
  const least = Math.min(ofCategories, ofSides);
  return least > 0 ? Math.sqrt(squared / least) : NaN;
}

/**
 * Cramér's V of the 2 × k table of both sides' counts: √(χ² / (n + m)), 0 … 1; high means drift, and it does not grow with
 * the rows, but without correction few rows keep it above 0. p is that of χ². Cells without rows on both sides are left
 * out. `scipy.stats.contingency.association(method="cramer")`.
 */
export function cramersV(reference: Sample, current: Sample, options: CramersVOptions = {}): Comparison | DriftError {
  const cells = tableCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const { correction = 'none', yates = false, equalRows = false } = options;
  const table = equalRows ? withEqualRows(cells) : cells;
  if (isDriftError(table)) {
    return table;
  }
  const used = usedCells(table.reference, table.current);
  const rows = totalOf(table.reference) + totalOf(table.current);
  const chiSquare = used < 2 ? 0 : chiSquareOfCounts(table.reference, table.current, yates);
  const plain = Math.sqrt(chiSquare / rows);
  const value = used < 2 ? 0 : correction === 'bergsma' ? bergsma(chiSquare, rows, used) : plain;
  if (Number.isNaN(value)) {
    return notDefined(
      `Bergsma's correction needs more rows than categories: there are ${rows} rows in ${cellsInWords(cells, used)}. Widen the range, or take correction none.`
    );
  }
  return {
    ...cellFacts(cells),
    value,
    pValue: homogeneityPValue(chiSquare, used - 1),
    df: used - 1,
    variant: [
      `Cramér's V over ${cellsInWords(cells, used)}`,
      ...(correction === 'bergsma' ? ["Bergsma's correction"] : []),
      ...(yates && used === 2 ? ["Yates' correction"] : []),
      ...(equalRows ? ['rows made equal'] : []),
    ].join(', '),
  };
}
