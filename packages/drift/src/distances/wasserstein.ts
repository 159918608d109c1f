import { isDriftError, notDefined } from '../errors.ts';
import { moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { finitePair, integrateGap } from './cumulative-gap.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import type { Description } from '../description.ts';

export const wassersteinDescription: Description = {
  title: 'Wasserstein-1',
  says: 'how far rows would have to be moved on average, in the unit of the feature unless scaled',
  formula: '∫ |F − G| dx',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers'],
  needs: '1 row a side, finite values',
  growsWithRows: false,
  source: 'scipy.stats.wasserstein_distance',
  options: [
    {
      name: 'scale',
      takes: ['none', 'reference-sd', 'range'],
      default: 'none',
      says: 'what it is divided by: nothing, the standard deviation of the reference (evidently), the common range (deepchecks)',
    },
  ],
};

/**
 * What the distance is divided by.
 * - `none`: nothing; it is in the feature's unit (scipy, NannyML)
 * - `reference-sd`: the standard deviation of the reference, divisor n (evidently)
 * - `range`: the range of both samples together (deepchecks, without its trimming)
 */
export type WassersteinScale = 'none' | 'reference-sd' | 'range';

export interface WassersteinOptions {
  /** Default `none`. */
  scale?: WassersteinScale;
}

function divisor({ reference, current }: SortedPair, scale: WassersteinScale): number {
  const p = reference.sorted;
  const q = current.sorted;
  switch (scale) {
    case 'none':
      return 1;
    case 'reference-sd':
      return p.length > 1 ? Math.sqrt((moments(p).variance * (p.length - 1)) / p.length) : 0;
    case 'range':
      return Math.max(p[p.length - 1] ?? NaN, q[q.length - 1] ?? NaN) - Math.min(p[0] ?? NaN, q[0] ?? NaN);
  }
}

/**
 * Wasserstein-1 (earth mover's) distance ∫ |F − G| dx, 0 … ∞; high means drift: how far rows would have to be moved on
 * average, in the feature's unit unless scaled. `scipy.stats.wasserstein_distance`.
 */
export function wasserstein(
  reference: Sample,
  current: Sample,
  options: WassersteinOptions = {}
): Comparison | DriftError {
  const pair = finitePair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const scale = options.scale ?? 'none';
  const unit = divisor(pair, scale);
  if (!(unit > 0)) {
    return notDefined(`The reference is constant, so there is no ${scale} to divide by: use scale "none".`);
  }
  const words = {
    none: 'raw',
    'reference-sd': 'in standard deviations of the reference',
    range: 'in shares of the range',
  };
  return {
    value: integrateGap(pair, (gap) => gap) / unit,
    nReference: pair.reference.sorted.length,
    nCurrent: pair.current.sorted.length,
    missingReference: pair.reference.missing,
    missingCurrent: pair.current.missing,
    variant: `Wasserstein-1 distance, ${words[scale]}`,
  };
}
