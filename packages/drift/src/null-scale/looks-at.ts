import { commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { tests } from '../compare.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { isBinned, isCategorical, isCategoryCounts, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import type { DriftError } from '../types.ts';

/** What a test sees of two samples. */
export interface Seen {
  /** Counts, where the test is one of shares over cells. */
  cells?: CommonCells;
  /** True where the cells do not depend on the rows: categories, given bins. */
  fixedCells: boolean;
  /** The rows, where they are numbers. */
  rows?: SortedPair;
}

/** Tests that count raw numbers in bins first. */
const overBins: ReadonlySet<string> = new Set([
  'psi',
  'kullback-leibler',
  'hellinger',
  'bhattacharyya',
  'histogram-intersection',
  'total-variation',
]);

/** Options that make a small value speak of drift. */
function speaksLow(options: Readonly<Record<string, unknown>>): boolean {
  return options.statistic === 'coefficient' || options.statistic === 'intersection';
}

/** How the test counts raw numbers in cells; undefined where it does not. */
function binningOf(test: string, options: Readonly<Record<string, unknown>>, counted: boolean): BinOptions | undefined {
  if ((test === 'wasserstein' || test === 'energy') && !counted) {
    return undefined;
  }
  if (test === 'jensen-shannon' && options.method === 'hist' && options.rule === undefined && !options.edges) {
    const bins = typeof options.bins === 'number' ? options.bins : 64;
    return { rule: 'equal-width', of: 'pooled', outside: 'outer-bins', fewValues: 0, bins };
  }
  const overCells =
    counted ||
    options.edges !== undefined ||
    overBins.has(test) ||
    (test === 'l-infinity' && options.gapOf === 'shares') ||
    (test === 'jensen-shannon' && options.rule !== undefined);
  return overCells ? { ...options } : undefined;
}

/** What the test looks at: cells, rows or both; an error where no null scale makes sense for it. */
export function looksAt(chosen: ChosenTest, reference: Sample, current: Sample): Seen | DriftError {
  const options: Readonly<Record<string, unknown>> = { ...chosen.options };
  if (tests[chosen.test].description.direction !== 'high' || speaksLow(options)) {
    return notDefined(
      `A null scale is for values of which high ones mean drift; that of ${chosen.test} with these options is not one.`
    );
  }
  if (isWeighted(reference) || isWeighted(current)) {
    return notDefined('A null scale needs a number of rows, which weights do not give: leave the weights out.');
  }
  const counted = [reference, current].some((side) => isBinned(side) || isCategoryCounts(side) || isCategorical(side));
  const rows = counted ? undefined : sortedPair(reference, current);
  if (rows && isDriftError(rows)) {
    return rows;
  }
  const binning = binningOf(chosen.test, options, counted);
  if (!binning) {
    return { fixedCells: false, ...(rows ? { rows } : {}) };
  }
  const cells = commonCells(reference, current, binning);
  // Bins of both sides together do not depend on which row is whose.
  const fixedCells = counted || binning.edges !== undefined || binning.of === 'pooled';
  return isDriftError(cells) ? cells : { cells, fixedCells, ...(rows ? { rows } : {}) };
}
