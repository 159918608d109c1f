import { creditCurrent, creditReference } from '../data/credit.ts';
import { DAY, FROM } from '../data/times.ts';
import { columnOf } from '../data/wide.ts';

/** Counts of one feature in cells: of the reference, and of each of the 14 days. */
export interface Counted<Cell> {
  feature: string;
  cells: Cell[];
  reference: number[];
  days: number[][];
}

export interface Bin {
  from: number;
  to: number;
}

/** Counts of a numeric feature between these bounds, with an open bin at either end. */
export function countedBins(feature: string, bounds: readonly number[]): Counted<Bin> {
  const edges = [-Infinity, ...bounds, Infinity];
  const cells = edges.slice(1).map((to, i) => ({ from: edges[i] ?? NaN, to }));
  return counted(feature, cells, ({ from, to }, value) => typeof value === 'number' && value >= from && value < to);
}

/** Counts of a feature's categories. */
export function countedCategories(feature: string, categories: readonly string[]): Counted<string> {
  return counted(feature, [...categories], (category, value) => value === category);
}

type Belongs<Cell> = (cell: Cell, value: unknown) => boolean;

function counted<Cell>(feature: string, cells: Cell[], belongs: Belongs<Cell>): Counted<Cell> {
  const countOf = (values: readonly unknown[]) =>
    cells.map((cell) => values.filter((value) => belongs(cell, value)).length);
  const current = creditCurrent();
  const times = columnOf(current, 'time').values;
  const values = columnOf(current, feature).values;
  return {
    feature,
    cells,
    reference: countOf(columnOf(creditReference(), feature).values),
    days: Array.from({ length: 14 }, (_, day) => countOf(values.filter((_, row) => dayOfRow(times[row]) === day))),
  };
}

function dayOfRow(moment: unknown): number {
  return Math.floor((Number(moment) - FROM) / DAY);
}
