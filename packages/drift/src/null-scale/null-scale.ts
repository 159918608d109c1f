import type { CommonCells } from '../bins/common-cells.ts';
import { compare } from '../compare.ts';
import { leastExpected } from '../distances/psi-limit.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { Sample } from '../samples/sample.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import { chiSquareCritical, chiSquarePValue } from '../tests/chi-square-p-value.ts';
import type { Comparison, DriftError, Limit } from '../types.ts';
import { formatCount, formatShare } from '../verdict/format.ts';
import { bridgeDraws } from './bridge-draws.ts';
import { criticalValue, midPValue } from './critical-value.ts';
import { divergenceLaw } from './divergence-law.ts';
import { drawsOfCells, drawsOfRows } from './permutation-draws.ts';
import { looksAt } from './looks-at.ts';
import { dataUnit } from './data-unit.ts';
import { pool } from './under-no-drift.ts';

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

/** What a value means without drift. */
export interface NullScale {
  comparison: Comparison;
  /** Past it lies about alpha of comparisons without drift. */
  limit: Limit;
  /** The share of those that were drawn that is past it; absent for a law that is known in closed form. */
  level?: number;
  /** Under alpha exactly where the value is past the limit. From draws: mid-p, never under ½ / (draws + 1). */
  pValue: number;
  method: 'asymptotic' | 'permutation';
}

/** Rows of both sides together that are dealt again and again; more take the law for many rows. */
const mostDealtRows = 5_000;

interface Settings {
  alpha: number;
  draws: number;
  seed: number;
}

function sizes({ nReference, nCurrent }: Comparison, alpha: number): string {
  return `n = ${formatCount(nReference)} v ${formatCount(nCurrent)}, at ${formatShare(alpha)}`;
}

/** Rows that the emptiest cell expects on the smaller side without drift. */
function fewestExpected({ reference, current }: CommonCells, { nReference, nCurrent }: Comparison): number {
  let least = Infinity;
  for (let cell = 0; cell < reference.length; cell++) {
    const pooled = (reference[cell] ?? 0) + (current[cell] ?? 0);
    least = pooled > 0 ? Math.min(least, pooled) : least;
  }
  return (least * Math.min(nReference, nCurrent)) / (nReference + nCurrent);
}

function fromDraws(comparison: Comparison, drawn: Float64Array | DriftError, how: string, settings: Settings) {
  if (isDriftError(drawn)) {
    return drawn;
  }
  const critical = criticalValue(drawn, settings.alpha);
  if (isDriftError(critical)) {
    return critical;
  }
  const origin = `value without drift, ${how}, ${sizes(comparison, settings.alpha)}`;
  return {
    comparison,
    limit: { value: critical.limit, origin },
    level: critical.level,
    pValue: midPValue(comparison.value, drawn),
  };
}

/** By the law of a divergence; undefined where the test has none. */
function byDivergenceLaw(chosen: ChosenTest, comparison: Comparison, cells: CommonCells, alpha: number) {
  const law = divergenceLaw(chosen.test, { ...chosen.options });
  const df = cells.reference.reduce((used, count, i) => used + (count + (cells.current[i] ?? 0) > 0 ? 1 : 0), -1);
  if (!law || df < 1) {
    return undefined;
  }
  const unit = law.factor * (1 / comparison.nReference + 1 / comparison.nCurrent);
  return {
    comparison,
    limit: {
      value: law.toValue(unit * chiSquareCritical(alpha, df)),
      origin: `value without drift by the χ² law with ${df} degrees of freedom, ${sizes(comparison, alpha)}`,
    },
    pValue: chiSquarePValue(law.fromValue(comparison.value) / unit, df),
    method: 'asymptotic' as const,
  };
}

/** By the Brownian bridge; undefined where the test is not an integral of the gap. */
function byBridge(chosen: ChosenTest, comparison: Comparison, rows: SortedPair, settings: Settings) {
  const unit = dataUnit(chosen, rows);
  if (unit === undefined) {
    return undefined;
  }
  const power = chosen.test === 'energy' ? 2 : 1;
  const { nReference, nCurrent } = comparison;
  const wanted = { sizes: [nReference, nCurrent], power, draws: settings.draws } as const;
  const areas = bridgeDraws(pool(rows.reference, rows.current), wanted, seededRandom(settings.seed));
  const drawn = areas.map((area) => (power === 2 ? Math.sqrt(2 * area) : area / unit));
  const scale = fromDraws(comparison, drawn, `${settings.draws} paths of the Brownian bridge`, settings);
  return isDriftError(scale) ? scale : { ...scale, method: 'asymptotic' as const };
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
  const many = comparison.nReference + comparison.nCurrent > mostDealtRows;
  if (rows && (method === 'asymptotic' || (method === 'auto' && many))) {
    const scale = byBridge(chosen, comparison, rows, settings);
    if (scale) {
      return scale;
    }
  }
  if (method === 'asymptotic') {
    return notDefined(`No law for many rows is known for ${comparison.variant}: use method "permutation".`);
  }
  const how = `${draws} permutations`;
  if (cells && (fixedCells || many)) {
    const scale = fromDraws(comparison, drawsOfCells(chosen, cells, settings), how, settings);
    return isDriftError(scale) ? scale : { ...scale, method: 'permutation' };
  }
  if (rows && !many) {
    const scale = fromDraws(comparison, drawsOfRows(chosen, rows, settings), how, settings);
    return isDriftError(scale) ? scale : { ...scale, method: 'permutation' };
  }
  return notDefined(
    `${formatCount(comparison.nReference + comparison.nCurrent)} rows are too many to be dealt again and again (${formatCount(mostDealtRows)} at most): take a sample of the rows, or bin them.`
  );
}
