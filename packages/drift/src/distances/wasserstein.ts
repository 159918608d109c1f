import { isDriftError } from '../errors.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { deviationOf } from '../samples/step-curve.ts';
import type { Comparison, DriftError } from '../types.ts';
import { insideOption, oneBinned } from './binned-gap.ts';
import type { InsideBin } from './binned-gap.ts';
import { binnedWasserstein } from './binned-wasserstein.ts';
import { curvePair, infiniteProblem, integrateGap } from './cumulative-gap.ts';
import type { CurvePair } from './cumulative-gap.ts';
import { trimmedPair } from './trimmed-pair.ts';
import { noScale, scaleInWords } from './wasserstein-scale.ts';
import type { WassersteinScale } from './wasserstein-scale.ts';
import type { Description } from '../description.ts';

export type { WassersteinScale } from './wasserstein-scale.ts';

export const wassersteinDescription: Description = {
  title: 'Wasserstein-1',
  says: 'how far rows would have to be moved on average, in the unit of the feature unless scaled',
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
      says: 'share of the rows cut off at both ends of both samples first; deepchecks: 0.025',
    },
    insideOption,
  ],
};

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

function divisor({ reference, current }: CurvePair, scale: WassersteinScale): number {
  const p = reference.at;
  const q = current.at;
  switch (scale) {
    case 'none':
      return 1;
    case 'reference-sd':
      return deviationOf(reference);
    case 'range': {
      const range = Math.max(p[p.length - 1] ?? NaN, q[q.length - 1] ?? NaN) - Math.min(p[0] ?? NaN, q[0] ?? NaN);
      // One value on both sides: the distance is 0 whatever it is divided by, as deepchecks has it.
      return range === 0 ? 1 : range;
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
  const whole = curvePair(reference, current);
  const pair = isDriftError(whole) || trim === 0 ? whole : trimmedPair(whole, trim);
  if (isDriftError(pair)) {
    return pair;
  }
  const problem = infiniteProblem(pair);
  if (problem) {
    return problem;
  }
  const unit = divisor(pair, scale);
  if (!(unit > 0)) {
    return noScale(scale);
  }
  return {
    value: integrateGap(pair, (gap) => gap) / unit,
    nReference: pair.reference.n,
    nCurrent: pair.current.n,
    missingReference: pair.reference.missing,
    missingCurrent: pair.current.missing,
    variant: `Wasserstein-1 distance, ${scaleInWords[scale]}${trim === 0 ? '' : `, ${100 * trim} % cut at both ends`}`,
  };
}
