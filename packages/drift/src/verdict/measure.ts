import { commonCells } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { mergeRareCategories } from '../bins/merge-rare-cells.ts';
import { compare } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { leastExpected, psiLimit } from '../distances/psi-limit.ts';
import { shares } from '../distances/shares.ts';
import { isDriftError } from '../errors.ts';
import { describeSample } from '../samples/describe-sample.ts';
import type { SampleDescription } from '../samples/describe-sample.ts';
import { countCategories } from '../samples/count-categories.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { chiSquareCritical } from '../tests/chi-square-p-value.ts';
import { ksCritical } from '../tests/ks-critical.ts';
import type { Comparison, DriftError, Limit } from '../types.ts';
import { cellMoves } from './cell-moves.ts';
import type { CellMove } from './cell-moves.ts';
import { formatCount, formatShare } from './format.ts';

export interface MeasureOptions {
  /** Level of significance. Default 0.05. */
  alpha?: number;
  /** PSI bins at quantiles of the reference; fewer are used where rows are few. Default 10. */
  bins?: number;
  /** A numeric reference of no more different values than this is compared by χ². Default 10. */
  fewValues?: number;
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
  /** Categories only in the current sample, and only in the reference. */
  newCategories: string[];
  vanishedCategories: string[];
}

/** Both sides described, whatever else can be said of them. */
export interface Described {
  reference: SampleDescription;
  current: SampleDescription;
}

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

/** Categories that one side has and the other has not. */
function onlyIn(side: Float64Array, other: Float64Array, categories: readonly string[] = []): string[] {
  return categories.filter((_, i) => (side[i] ?? 0) > 0 && (other[i] ?? 0) === 0);
}

/** χ² for categories and for few values, KS for other numbers and bins. */
function chooseTest(reference: Sample, described: Described, fewValues: number): TestName {
  if (isCategoryCounts(reference) || isCategorical(reference)) {
    return 'chi-square';
  }
  return !isBinned(reference) && described.reference.distinct <= fewValues ? 'chi-square' : 'ks';
}

function psiOf(cells: CommonCells, alpha: number): Pick<Measurement, 'psi' | 'psiLimit' | 'moves'> {
  const side = (counts: Float64Array) =>
    cells.categories ? { categories: cells.categories, counts } : { edges: cells.edges ?? [], counts };
  const psi = compare('psi', side(cells.reference), side(cells.current));
  if (isDriftError(psi) || !psi.terms) {
    return { moves: [] };
  }
  const pooled = shares(cells.reference.map((count, i) => count + (cells.current[i] ?? 0)));
  const origin = `PSI without drift for ${pooled.length} bins, n = ${formatCount(psi.nReference)} v ${formatCount(psi.nCurrent)}, at ${formatShare(alpha)}`;
  const limit = limitOf(psiLimit(pooled, psi.nReference, psi.nCurrent, alpha), origin);
  return { psi, moves: cellMoves(cells, psi.terms), ...(limit ? { psiLimit: limit } : {}) };
}

/** Runs the test that fits the feature, and PSI beside it. */
export function measure(
  reference: Sample,
  current: Sample,
  described: Described,
  options: MeasureOptions = {}
): Measurement | DriftError {
  const { alpha = 0.05, bins = 10, fewValues = 10 } = options;
  const test = chooseTest(reference, described, fewValues);
  const rows = Math.min(described.reference.n, described.current.n);
  const categorical = test === 'chi-square';
  const cells = categorical
    ? commonCells(countCategories(reference), countCategories(current))
    : commonCells(reference, current, { bins: Math.max(2, Math.min(bins, Math.floor(rows / leastExpected))) });
  if (isDriftError(cells)) {
    return cells;
  }
  const counted = mergeRareCategories(cells, leastExpected);
  if (counted.categories?.length === 1 && counted !== cells) {
    return {
      error: 'too few rows',
      message: `Every category expects under ${leastExpected} rows of ${formatCount(rows)}: widen the range of the smaller side.`,
    };
  }
  const comparison = categorical
    ? compare('chi-square', asCategories(counted, 'reference'), asCategories(counted, 'current'))
    : compare('ks', reference, current);
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
    ...psiOf(counted, alpha),
    newCategories: onlyIn(cells.current, cells.reference, cells.categories),
    vanishedCategories: onlyIn(cells.reference, cells.current, cells.categories),
  };
}

function asCategories(cells: CommonCells, side: 'reference' | 'current') {
  return { categories: cells.categories ?? [], counts: cells[side] };
}

/** Rows, missing, infinite and different values of both sides. */
export function describeBoth(reference: Sample, current: Sample): Described {
  return { reference: describeSample(reference), current: describeSample(current) };
}
