import type { CommonCells } from '../bins/common-cells.ts';
import { compare } from '../compare.ts';
import { leastExpected } from '../distances/psi-limit.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { alphaOption, mostPermutations, optionProblem } from '../option-problem.ts';
import type { ChosenTest } from '../presets/preset.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { formatCount } from '../verdict/format.ts';
import { byBridge, byDivergenceLaw, byKsLaw, fromDraws } from './laws.ts';
import type { NullScale } from './laws.ts';
import { looksAt } from './looks-at.ts';
import { drawsOfCells, drawsOfRows } from './permutation-draws.ts';

/** Level and method of the scale. */
export interface NullScaleOptions {
  /** Share of comparisons without drift that may pass the limit. Default 0.05. */
  alpha?: number;
  /**
   * How the limit is found. Default `auto`.
   * - `asymptotic`: the law for many rows: χ² for divergences over cells, a Brownian bridge for Wasserstein and energy
   * - `permutation`: the pooled rows dealt to both sides again and again (seeded); right for few rows and ties
   * - `auto`: asymptotic where every cell expects 20 rows, or where rows are too many to be dealt; else permutation
   */
  method?: 'auto' | 'asymptotic' | 'permutation';
  /** Permutations, or paths of the bridge. Default 999. */
  draws?: number;
  /** Of the draws: the same data give the same limit. Default 1. */
  seed?: number;
}

/** Rows of both sides together that are dealt again and again; more take the law for many rows. */
const mostDealtRows = 5_000;

/** Rows that the emptiest cell expects on the smaller side without drift. */
function fewestExpected({ reference, current }: CommonCells, { nReference, nCurrent }: Comparison): number {
  let least = Infinity;
  for (let cell = 0; cell < reference.length; cell++) {
    const pooled = (reference[cell] ?? 0) + (current[cell] ?? 0);
    least = pooled > 0 ? Math.min(least, pooled) : least;
  }
  return (least * Math.min(nReference, nCurrent)) / (nReference + nCurrent);
}

/**
 * The scale of a distance without drift: a limit that respects the sample sizes, and the p-value of this comparison. For
 * distances that have no textbook p (PSI, Jensen–Shannon, Hellinger, total variation, Wasserstein …): high values only.
 * `too few rows` where chance gives so few different values that no limit has a share of false alarms near alpha.
 */
export function nullScale(
  chosen: ChosenTest,
  reference: Sample,
  current: Sample,
  options: NullScaleOptions = {}
): NullScale | DriftError {
  const { method = 'auto', alpha = 0.05, draws = 999, seed = 1 } = options;
  const problem = optionProblem([alphaOption(alpha), ['draws', draws, 19, mostPermutations, 'whole']]);
  if (problem) {
    return problem;
  }
  const settings = { alpha, draws, seed };
  const comparison = compare(chosen.test, reference, current, chosen.options);
  if (isDriftError(comparison)) {
    return comparison;
  }
  const seen = looksAt(chosen, reference, current);
  if (isDriftError(seen)) {
    return seen;
  }
  const { cells, rows, fixedCells } = seen;
  if (cells && method !== 'permutation') {
    const enough = method === 'asymptotic' || fewestExpected(cells, comparison) >= leastExpected;
    const scale = enough ? byDivergenceLaw(chosen, comparison, cells, alpha) : undefined;
    if (scale) {
      return scale;
    }
  }
  const byPermutation = (values: Float64Array | DriftError) =>
    fromDraws(comparison, { values, how: 'permutations', method: 'permutation' }, settings);
  const many = comparison.nReference + comparison.nCurrent > mostDealtRows;
  if (rows && (method === 'asymptotic' || (method === 'auto' && many))) {
    const scale = byKsLaw(chosen, comparison, rows, alpha) ?? byBridge(chosen, comparison, rows, settings);
    if (scale) {
      return scale;
    }
  }
  if (method === 'asymptotic') {
    return notDefined(`No law for many rows is known for ${comparison.variant}: use method "permutation".`);
  }
  if (cells && (fixedCells || many)) {
    return byPermutation(drawsOfCells(chosen, cells, settings));
  }
  if (rows && !many) {
    return byPermutation(drawsOfRows(chosen, rows, settings));
  }
  return notDefined(
    `${formatCount(comparison.nReference + comparison.nCurrent)} rows are too many to be dealt again and again (${formatCount(mostDealtRows)} at most): take a sample of the rows, or bin them.`
  );
}
