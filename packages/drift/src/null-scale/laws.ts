import type { CommonCells } from '../bins/common-cells.ts';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { mergeSorted } from '../samples/merge-sorted.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import { chiSquareCritical, chiSquarePValue } from '../tests/chi-square-p-value.ts';
import { usedCells } from '../tests/contingency.ts';
import type { Comparison, DriftError, Limit } from '../types.ts';
import { criticalLimit } from '../verdict/critical-limit.ts';
import { formatCount, formatShare } from '../verdict/format.ts';
import { bridgeDraws } from './bridge-draws.ts';
import { criticalValue, midPValue } from './critical-value.ts';
import { dataUnit } from './data-unit.ts';
import { divergenceLaw } from './divergence-law.ts';

export interface Settings {
  alpha: number;
  draws: number;
  seed: number;
}

/** Values without drift, ascending, and how they were had. */
export interface Drawn {
  values: Float64Array | DriftError;
  /** In words, behind their number: "permutations". */
  how: string;
  method: NullScale['method'];
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

function sizes({ nReference, nCurrent }: Comparison, alpha: number): string {
  return `n = ${formatCount(nReference)} v ${formatCount(nCurrent)}, at ${formatShare(alpha)}`;
}

/** The scale that drawn values give. */
export function fromDraws(
  comparison: Comparison,
  { values, how, method }: Drawn,
  { alpha, draws }: Settings
): NullScale | DriftError {
  if (isDriftError(values)) {
    return values;
  }
  const critical = criticalValue(values, alpha);
  if (isDriftError(critical)) {
    return critical;
  }
  const origin = `value without drift, ${draws} ${how}, ${sizes(comparison, alpha)}`;
  const { limit, level } = critical;
  return {
    comparison,
    limit: { value: limit, origin },
    level,
    pValue: midPValue(comparison.value, values),
    method,
  };
}

/** By the law of a divergence; undefined where the test has none. */
export function byDivergenceLaw(
  chosen: ChosenTest,
  comparison: Comparison,
  cells: CommonCells,
  alpha: number
): NullScale | undefined {
  const law = divergenceLaw(chosen.test, { ...chosen.options });
  const df = usedCells(cells.reference, cells.current) - 1;
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
    method: 'asymptotic',
  };
}

/** By the Brownian bridge; undefined where the test is not an integral of the gap. */
export function byBridge(
  chosen: ChosenTest,
  comparison: Comparison,
  rows: SortedPair,
  settings: Settings
): NullScale | DriftError | undefined {
  const unit = dataUnit(chosen, rows);
  if (unit === undefined) {
    return undefined;
  }
  const power = chosen.test === 'energy' ? 2 : 1;
  const { nReference, nCurrent } = comparison;
  const wanted = { sizes: [nReference, nCurrent], power, draws: settings.draws } as const;
  const areas = bridgeDraws(
    mergeSorted(rows.reference.sorted, rows.current.sorted),
    wanted,
    seededRandom(settings.seed)
  );
  const values = areas.map((area) => (power === 2 ? Math.sqrt(2 * area) : area / unit));
  return fromDraws(comparison, { values, how: 'paths of the Brownian bridge', method: 'asymptotic' }, settings);
}

/** By the law of KS, given the ties: L∞ of cumulated shares is D. Undefined for every other test. */
export function byKsLaw(
  chosen: ChosenTest,
  comparison: Comparison,
  { reference, current }: SortedPair,
  alpha: number
): NullScale | undefined {
  if (chosen.test !== 'l-infinity' || chosen.options?.robust || chosen.options?.gapOf === 'shares') {
    return undefined;
  }
  const ks = { test: 'ks', options: { method: 'given-ties' } } as const;
  const found = compare(ks.test, reference, current, ks.options);
  const limit = isDriftError(found) ? undefined : criticalLimit(ks, found, alpha, [reference, current]);
  return isDriftError(found) || found.pValue === undefined || !limit
    ? undefined
    : { comparison, limit, pValue: found.pValue, method: 'asymptotic' };
}
