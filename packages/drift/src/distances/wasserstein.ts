import { isDriftError } from '../errors.ts';
import { commonRange, isFiniteRange } from '../samples/finite.ts';
import { populationDeviation } from '../samples/moments.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { deviationOf } from '../samples/step-curve.ts';
import { isLongAndUnsorted, unsortedPair } from '../samples/unsorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { insideOption, oneBinned } from './binned-gap.ts';
import type { InsideBin } from './binned-gap.ts';
import { binnedWasserstein } from './binned-wasserstein.ts';
import { curvePair, infiniteProblem, infiniteRows, integrateGap } from './cumulative-gap.ts';
import { trimmedPair } from './trimmed-pair.ts';
import { areaOfUnsorted } from './unsorted-area.ts';
import { noScale, scaleInWords } from './wasserstein-scale.ts';
import type { WassersteinScale } from './wasserstein-scale.ts';
import type { Description } from '../description.ts';

export type { WassersteinScale } from './wasserstein-scale.ts';

export const wassersteinDescription: Description = {
  title: 'Wasserstein-1',
  says: 'how far a row would have to be moved on average to make both samples alike, in the unit of the feature unless scaled',
  formula: '∫ |F − G| dx',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'binned counts', 'weighted rows'],
  needs: '1 row a side, finite values',
  growsWithRows: false,
  source: 'scipy.stats.wasserstein_distance',
  options: [
    {
      name: 'scale',
      takes: ['none', 'reference-sd', 'range'],
      default: 'none',
      says: 'what it is divided by: nothing, the standard deviation of the reference with divisor n (evidently), the common range (deepchecks)',
    },
    {
      name: 'trim',
      takes: 'number',
      default: 0,
      says: 'share of the rows that is cut off first at each end of either sample, under 0.5; deepchecks: 0.025',
    },
    insideOption,
  ],
};

/** Scale, trimming, and where the mass of a bin lies. */
export interface WassersteinOptions {
  /** Default `none`. */
  scale?: WassersteinScale;
  /**
   * Share cut off at both ends of both samples, 0 … 0.5: values outside the quantiles at `trim` and 1 − `trim` of their own
   * sample are left out (deepchecks: 0.025). Raw rows without weights only. Default 0.
   */
  trim?: number;
  /** Where the mass of binned counts lies in its bin. Default `midpoint`. */
  inside?: InsideBin;
}

/** What the distance is made of, from sorted rows or from unsorted ones. */
interface Measured {
  area: () => number;
  /** Least and greatest value of both sides. */
  range: readonly [low: number, high: number];
  deviation: () => number;
  reference: { n: number; missing: number };
  current: { n: number; missing: number };
}

function measureSorted(reference: Sample, current: Sample, trim: number): Measured | DriftError {
  const whole = curvePair(reference, current);
  const pair = isDriftError(whole) || trim === 0 ? whole : trimmedPair(whole, trim);
  if (isDriftError(pair)) {
    return pair;
  }
  const [p, q] = [pair.reference.at, pair.current.at];
  return (
    infiniteProblem(pair) ?? {
      area: () => integrateGap(pair, (gap) => gap),
      range: [Math.min(p[0] ?? NaN, q[0] ?? NaN), Math.max(p[p.length - 1] ?? NaN, q[q.length - 1] ?? NaN)],
      deviation: () => deviationOf(pair.reference),
      reference: pair.reference,
      current: pair.current,
    }
  );
}

function measureUnsorted(reference: Sample, current: Sample): Measured | DriftError {
  const pair = unsortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const [p, q] = [pair.reference.values, pair.current.values];
  const range = commonRange(pair.reference.range, pair.current.range);
  if (!isFiniteRange(range)) {
    return infiniteRows();
  }
  return {
    area: () => areaOfUnsorted(p, q, range),
    range,
    deviation: () => populationDeviation(p),
    reference: { n: p.length, missing: pair.reference.missing },
    current: { n: q.length, missing: pair.current.missing },
  };
}

/** What the distance of rows is divided by; 0 where the reference is constant and its spread is asked for. */
export function wassersteinDivisor(
  { range, deviation }: Pick<Measured, 'range' | 'deviation'>,
  scale: WassersteinScale
): number {
  switch (scale) {
    case 'none':
      return 1;
    case 'reference-sd':
      return deviation();
    case 'range': {
      const [low, high] = range;
      // One value on both sides: the distance is 0 whatever it is divided by, as deepchecks has it.
      return high === low ? 1 : high - low;
    }
  }
}

/**
 * Wasserstein-1 (earth mover's) distance ∫ |F − G| dx, 0 … ∞; high means drift: how far rows would have to be moved on
 * average, in the feature's unit unless scaled. Rows may have weights. Binned counts of equal edges have `terms`: the
 * mass moved over each bin. `scipy.stats.wasserstein_distance`.
 */
export function wasserstein(
  reference: Sample,
  current: Sample,
  options: WassersteinOptions = {}
): Comparison | DriftError {
  if (isBinned(reference) && isBinned(current)) {
    return binnedWasserstein(reference, current, options);
  }
  if (isBinned(reference) || isBinned(current)) {
    return oneBinned();
  }
  const { scale = 'none', trim = 0 } = options;
  const unsorted = trim === 0 && isLongAndUnsorted(reference) && isLongAndUnsorted(current);
  const measured = unsorted ? measureUnsorted(reference, current) : measureSorted(reference, current, trim);
  if (isDriftError(measured)) {
    return measured;
  }
  const unit = wassersteinDivisor(measured, scale);
  if (!(unit > 0)) {
    return noScale(scale);
  }
  return {
    value: measured.area() / unit,
    nReference: measured.reference.n,
    nCurrent: measured.current.n,
    missingReference: measured.reference.missing,
    missingCurrent: measured.current.missing,
    variant: `Wasserstein-1 distance, ${scaleInWords[scale]}${trim === 0 ? '' : `, ${100 * trim} % cut at both ends`}`,
  };
}
