import { commonCells, sidesOf } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { mergeRareCategories } from '../bins/merge-rare-cells.ts';
import { compare } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { psiLimit } from '../distances/psi-limit.ts';
import { pooledSharesOf } from '../distances/shares.ts';
import { isDriftError, weightsNotDefined } from '../errors.ts';
import { nullScale } from '../null-scale/null-scale.ts';
import type { NullScaleOptions } from '../null-scale/null-scale.ts';
import { alphaOption, optionProblem } from '../option-problem.ts';
import type { ChosenTest, DriftRule, Preset, Sides } from '../presets/preset.ts';
import { runPreset } from '../presets/run-preset.ts';
import { leastExpectedInCategory, soundcheck } from '../presets/soundcheck.ts';
import { isBinned, isWeighted } from '../samples/sample.ts';
import type { Comparison, DriftError, Limit } from '../types.ts';
import { cellMoves } from './cell-moves.ts';
import type { CellMove } from './cell-moves.ts';
import { criticalLimit } from './critical-limit.ts';
import { formatCount, formatShare } from './format.ts';
import type { Pair, PairOptions } from './pair.ts';

/** Which test is run, on which bins, by whose rule. */
export interface MeasureOptions extends PairOptions {
  /** Level of significance. Default 0.05. */
  alpha?: number;
  /** PSI bins at quantiles of the reference; fewer are used where rows are few. Default 10. */
  bins?: number;
  /** The test for numbers and for categories. Default: KS, and χ² with rare categories pooled. */
  tests?: { numeric?: ChosenTest; categorical?: ChosenTest };
  /** The choice, numbers and rules of another tool instead of ours. `tests` and `alpha` then have no say. */
  preset?: Preset;
  /** How the limit of a distance without a textbook p is found. */
  nullScale?: Pick<NullScaleOptions, 'method' | 'draws' | 'seed'>;
}

/** The numbers behind a verdict on one feature. */
export interface Measurement {
  test: TestName;
  /** The same with the options it was run with. */
  chosen: ChosenTest;
  /** The rule of the preset that was asked for. */
  rule?: DriftRule;
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

function psiOf(cells: CommonCells, alpha: number): Pick<Measurement, 'psi' | 'psiLimit' | 'moves'> {
  const psi = compare('psi', ...sidesOf(cells));
  if (isDriftError(psi) || !psi.terms) {
    return { moves: [] };
  }
  const pooled = pooledSharesOf(cells);
  const value = psiLimit(pooled, psi.nReference, psi.nCurrent, alpha);
  const origin = `PSI without drift for ${pooled.length} bins, n = ${formatCount(psi.nReference)} v ${formatCount(psi.nCurrent)}, at ${formatShare(alpha)}`;
  return {
    psi,
    moves: cellMoves(cells, psi.terms),
    ...(isDriftError(value) ? {} : { psiLimit: { value, origin } }),
  };
}

/** The cells that the finding speaks of: bins at quantiles of the reference (fewer where rows are few), or categories. */
function cellsOf({ reference, current, categories, described }: Pair, bins: number): CommonCells | DriftError {
  if (categories) {
    return isDriftError(categories) ? categories : mergeRareCategories(categories, leastExpectedInCategory);
  }
  const rows = Math.min(described.reference.n, described.current.n);
  return commonCells(reference, current, { bins: Math.max(2, Math.min(bins, Math.floor(rows / rowsPerBin))) });
}

type Choice = readonly [ChosenTest, Sides];

/** Our own choice, as the preset `soundcheck` has it. */
function ourChoice({ kind, categories, described }: Pair, rows: Sides): Choice | DriftError {
  const choice = soundcheck.choose({
    kind,
    // What is of few values counts as categories already.
    binned: true,
    nReference: described.reference.n,
    nCurrent: described.current.n,
    distinctReference: described.reference.distinct,
    distinctPooled: NaN,
  });
  if (isDriftError(choice)) {
    return choice;
  }
  const counted = categories && !isDriftError(categories) ? sidesOf(categories) : rows;
  const sides = choice.prepare ? choice.prepare(...counted) : rows;
  return isDriftError(sides) ? sides : [choice, sides];
}

/** The test asked for, or ours, and what it is run on. */
function choiceFor(pair: Pair, cells: CommonCells, { tests }: MeasureOptions): Choice | DriftError {
  const { reference, current, kind } = pair;
  // A test of rows sees more in raw rows than in their bins; with one side binned there is no choice.
  const mixed = kind === 'numeric' && isBinned(reference) !== isBinned(current);
  const rows: Sides = mixed ? sidesOf(cells) : [reference, current];
  const asked = tests?.[kind];
  return asked ? [asked, rows] : ourChoice(pair, rows);
}

/** The comparison with its limit; distances without a textbook p get theirs from what they are without drift. */
function compareWithLimit(
  [chosen, [reference, current]]: Choice,
  alpha: number,
  options: MeasureOptions
): Pick<Measurement, 'comparison' | 'limit'> | DriftError {
  const comparison = compare(chosen.test, reference, current, chosen.options);
  if (isDriftError(comparison)) {
    return comparison;
  }
  if (comparison.pValue !== undefined) {
    const limit = criticalLimit(chosen, comparison, alpha, [reference, current]);
    return { comparison, ...(limit ? { limit } : {}) };
  }
  const scale = nullScale(chosen, reference, current, { ...options.nullScale, alpha });
  if (isDriftError(scale)) {
    return scale.error === 'too few rows' ? scale : { comparison };
  }
  return { comparison: { ...comparison, pValue: scale.pValue }, limit: scale.limit };
}

/** What the preset says, or our test with its limit. */
function compareBy(pair: Pair, cells: CommonCells, options: MeasureOptions) {
  const { preset, alpha = 0.05 } = options;
  if (preset) {
    const result = runPreset(preset, pair.reference, pair.current, pair.inOrder);
    if (isDriftError(result)) {
      return result;
    }
    const { choice, comparison, rule } = result;
    return { test: choice.test, chosen: choice, comparison, rule };
  }
  const choice = choiceFor(pair, cells, options);
  if (isDriftError(choice)) {
    return choice;
  }
  const compared = compareWithLimit(choice, alpha, options);
  return isDriftError(compared) ? compared : { test: choice[0].test, chosen: choice[0], ...compared };
}

/** Runs the test that fits the feature, and PSI beside it. */
export function measure(pair: Pair, options: MeasureOptions = {}): Measurement | DriftError {
  const { alpha = 0.05, bins = 10 } = options;
  const problem = optionProblem([alphaOption(alpha)]);
  if (problem) {
    return problem;
  }
  if (isWeighted(pair.reference) || isWeighted(pair.current)) {
    return weightsNotDefined();
  }
  const cells = cellsOf(pair, bins);
  if (isDriftError(cells)) {
    return cells;
  }
  const compared = compareBy(pair, cells, options);
  if (isDriftError(compared)) {
    return compared;
  }
  return {
    ...compared,
    comparison: {
      ...compared.comparison,
      missingReference: pair.described.reference.missing,
      missingCurrent: pair.described.current.missing,
    },
    ...psiOf(cells, alpha),
  };
}
