import { cellsByCategory, commonCells } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { mergeRareCategories } from '../bins/merge-rare-cells.ts';
import { compare } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { leastExpected, psiLimit } from '../distances/psi-limit.ts';
import { shares } from '../distances/shares.ts';
import { isDriftError, notNumeric, weightsNotDefined } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts, isWeighted } from '../samples/sample.ts';
import { chiSquareCritical } from '../tests/chi-square-p-value.ts';
import { ksCritical } from '../tests/ks-critical.ts';
import type { BinnedCounts, CategoryCounts, Comparison, DriftError, Limit } from '../types.ts';
import { cellMoves } from './cell-moves.ts';
import type { CellMove } from './cell-moves.ts';
import { formatCount, formatShare } from './format.ts';
import type { Pair, PairOptions } from './pair.ts';

export interface MeasureOptions extends PairOptions {
  /** Level of significance. Default 0.05. */
  alpha?: number;
  /** PSI bins at quantiles of the reference; fewer are used where rows are few. Default 10. */
  bins?: number;
}

/** The numbers behind a verdict on one feature. */
export interface Measurement {
  test: TestName;
  comparison: Comparison;
  /** Critical value of the test at alpha. */
  limit?: Limit;
  psi?: Comparison;
  psiLimit?: Limit;
  /** Every bin or category, the largest part of the PSI first. */
  moves: CellMove[];
}

/** Rows of the smaller side that a bin should expect: enough above `leastExpected` that chance leaves no bin under it. */
const rowsPerBin = 8;

function limitOf(value: number | DriftError, origin: string): Limit | undefined {
  return isDriftError(value) ? undefined : { value, origin };
}

function testLimit(test: TestName, comparison: Comparison, alpha: number): Limit | undefined {
  const { nReference, nCurrent, df = 1 } = comparison;
  const level = formatShare(alpha);
  if (test === 'ks') {
    const origin = `critical D for n = ${formatCount(nReference)} v ${formatCount(nCurrent)} at ${level}`;
    return limitOf(ksCritical(alpha, nReference, nCurrent), origin);
  }
  if (df < 1) {
    return undefined;
  }
  return { value: chiSquareCritical(alpha, df), origin: `critical χ² for ${df} degrees of freedom at ${level}` };
}

function countsOf(cells: CommonCells, side: 'reference' | 'current'): BinnedCounts | CategoryCounts {
  const counts = cells[side];
  return cells.categories ? { categories: cells.categories, counts } : { edges: cells.edges ?? [], counts };
}

function psiOf(cells: CommonCells, alpha: number): Pick<Measurement, 'psi' | 'psiLimit' | 'moves'> {
  const psi = compare('psi', countsOf(cells, 'reference'), countsOf(cells, 'current'));
  if (isDriftError(psi) || !psi.terms) {
    return { moves: [] };
  }
  const pooled = shares(cells.reference.map((count, i) => count + (cells.current[i] ?? 0)));
  const origin = `PSI without drift for ${pooled.length} bins, n = ${formatCount(psi.nReference)} v ${formatCount(psi.nCurrent)}, at ${formatShare(alpha)}`;
  const limit = limitOf(psiLimit(pooled, psi.nReference, psi.nCurrent, alpha), origin);
  return { psi, moves: cellMoves(cells, psi.terms), ...(limit ? { psiLimit: limit } : {}) };
}

/** Bins at quantiles of the reference (fewer where rows are few), or categories with the rare ones pooled. */
function cellsOf({ reference, current, test, described }: Pair, bins: number): CommonCells | DriftError {
  const rows = Math.min(described.reference.n, described.current.n);
  if (test === 'ks') {
    return commonCells(reference, current, { bins: Math.max(2, Math.min(bins, Math.floor(rows / rowsPerBin))) });
  }
  const cells = cellsByCategory(reference, current);
  const pooled = isDriftError(cells) ? cells : mergeRareCategories(cells, leastExpected);
  return 'categories' in pooled && pooled !== cells && pooled.categories?.length === 1
    ? {
        error: 'too few rows',
        message: `Every category expects under ${leastExpected} rows of ${formatCount(rows)}: widen the range of the smaller side.`,
      }
    : pooled;
}

/** Runs the test that fits the feature, and PSI beside it. */
export function measure(pair: Pair, options: MeasureOptions = {}): Measurement | DriftError {
  const { alpha = 0.05, bins = 10 } = options;
  const { reference, current, test, described } = pair;
  if (isWeighted(reference) || isWeighted(current)) {
    return weightsNotDefined();
  }
  if (test === 'ks' && (isCategoryCounts(current) || isCategorical(current))) {
    return notNumeric('current');
  }
  const cells = cellsOf(pair, bins);
  if (isDriftError(cells)) {
    return cells;
  }
  // KS on raw rows sees more than KS on their bins; with one side binned there is no choice.
  const raw = test === 'ks' && !isBinned(reference) && !isBinned(current);
  const comparison = raw
    ? compare(test, reference, current)
    : compare(test, countsOf(cells, 'reference'), countsOf(cells, 'current'));
  if (isDriftError(comparison)) {
    return comparison;
  }
  const limit = testLimit(test, comparison, alpha);
  return {
    test,
    comparison: {
      ...comparison,
      missingReference: described.reference.missing,
      missingCurrent: described.current.missing,
    },
    ...(limit ? { limit } : {}),
    ...psiOf(cells, alpha),
  };
}
