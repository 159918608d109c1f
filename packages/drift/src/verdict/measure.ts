import { cellsByCategory, commonCells } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { mergeRareCategories } from '../bins/merge-rare-cells.ts';
import { compare } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { psiLimit } from '../distances/psi-limit.ts';
import { shares } from '../distances/shares.ts';
import { isDriftError, weightsNotDefined } from '../errors.ts';
import { nullScale } from '../null-scale/null-scale.ts';
import type { NullScaleOptions } from '../null-scale/null-scale.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { isBinned, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { BinnedCounts, CategoryCounts, Comparison, DriftError, Limit } from '../types.ts';
import { cellMoves } from './cell-moves.ts';
import type { CellMove } from './cell-moves.ts';
import { criticalLimit } from './critical-limit.ts';
import { formatCount, formatShare } from './format.ts';
import type { Pair, PairOptions } from './pair.ts';

export interface MeasureOptions extends PairOptions {
  /** Level of significance. Default 0.05. */
  alpha?: number;
  /** PSI bins at quantiles of the reference; fewer are used where rows are few. Default 10. */
  bins?: number;
  /** The test for numbers and for categories. Default: KS, and χ² with rare categories pooled. */
  tests?: { numeric?: ChosenTest; categorical?: ChosenTest };
  /** How the limit of a distance without a textbook p is found. */
  nullScale?: Pick<NullScaleOptions, 'method' | 'draws' | 'seed'>;
}

/** The numbers behind a verdict on one feature. */
export interface Measurement {
  test: TestName;
  /** The same with the options it was run with. */
  chosen: ChosenTest;
  comparison: Comparison;
  /** Critical value of the test, or value of the distance without drift, at alpha. */
  limit?: Limit;
  psi?: Comparison;
  psiLimit?: Limit;
  /** Every bin or category, the largest part of the PSI first. */
  moves: CellMove[];
}

/** Rows of the smaller side that a PSI bin should expect: enough that chance leaves no bin under what its limit needs. */
const rowsPerBin = 25;

/** Rows that every category of a χ² test should expect (Cochran 1954). */
const leastExpected = 5;

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
  const value = psiLimit(pooled, psi.nReference, psi.nCurrent, alpha);
  const origin = `PSI without drift for ${pooled.length} bins, n = ${formatCount(psi.nReference)} v ${formatCount(psi.nCurrent)}, at ${formatShare(alpha)}`;
  return {
    psi,
    moves: cellMoves(cells, psi.terms),
    ...(isDriftError(value) ? {} : { psiLimit: { value, origin } }),
  };
}

/** Bins at quantiles of the reference (fewer where rows are few), or categories with the rare ones pooled. */
function cellsOf({ reference, current, kind, described }: Pair, bins: number): CommonCells | DriftError {
  const rows = Math.min(described.reference.n, described.current.n);
  if (kind === 'numeric') {
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

/** The test asked for, or ours, and what it is run on. */
function chosenFor(pair: Pair, cells: CommonCells, { tests }: MeasureOptions): [ChosenTest, Sample, Sample] {
  const { reference, current, kind } = pair;
  const asked = tests?.[kind];
  const counted = [countsOf(cells, 'reference'), countsOf(cells, 'current')] as const;
  // A test of rows sees more in raw rows than in their bins; with one side binned there is no choice.
  const mixed = isBinned(reference) !== isBinned(current);
  if (kind === 'categorical') {
    return asked ? [asked, reference, current] : [{ test: 'chi-square', options: { correction: false } }, ...counted];
  }
  const chosen = asked ?? { test: 'ks' };
  return mixed ? [chosen, ...counted] : [chosen, reference, current];
}

/** The comparison with its limit; distances without a textbook p get theirs from what they are without drift. */
function compareWithLimit(
  [chosen, reference, current]: [ChosenTest, Sample, Sample],
  alpha: number,
  options: MeasureOptions
): Pick<Measurement, 'comparison' | 'limit'> | DriftError {
  const comparison = compare(chosen.test, reference, current, chosen.options);
  if (isDriftError(comparison)) {
    return comparison;
  }
  if (comparison.pValue !== undefined) {
    const limit = criticalLimit(chosen, comparison, alpha);
    return { comparison, ...(limit ? { limit } : {}) };
  }
  const scale = nullScale(chosen, reference, current, { ...options.nullScale, alpha });
  if (isDriftError(scale)) {
    return scale.error === 'too few rows' ? scale : { comparison };
  }
  return { comparison: { ...comparison, pValue: scale.pValue }, limit: scale.limit };
}

/** Runs the test that fits the feature, and PSI beside it. */
export function measure(pair: Pair, options: MeasureOptions = {}): Measurement | DriftError {
  const { alpha = 0.05, bins = 10 } = options;
  if (isWeighted(pair.reference) || isWeighted(pair.current)) {
    return weightsNotDefined();
  }
  const cells = cellsOf(pair, bins);
  if (isDriftError(cells)) {
    return cells;
  }
  const chosen = chosenFor(pair, cells, options);
  const compared = compareWithLimit(chosen, alpha, options);
  if (isDriftError(compared)) {
    return compared;
  }
  return {
    test: chosen[0].test,
    chosen: chosen[0],
    ...compared,
    comparison: {
      ...compared.comparison,
      missingReference: pair.described.reference.missing,
      missingCurrent: pair.described.current.missing,
    },
    ...psiOf(cells, alpha),
  };
}
