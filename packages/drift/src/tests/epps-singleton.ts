import type { Description } from '../description.ts';
import { isDriftError, notDefined, tooFewRows } from '../errors.ts';
import { quantile } from '../bins/quantile.ts';
import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { mergeSorted } from '../samples/merge-sorted.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { chiSquarePValue } from './chi-square-p-value.ts';
import { quadraticForm, waveDifference } from './epps-singleton-waves.ts';

export const eppsSingletonDescription: Description = {
  title: 'Epps–Singleton',
  says: 'the difference of the characteristic functions (Fourier transforms of the distributions) at a few points, squared and weighed by its covariance Ω',
  formula: 'W = (n + m) dᵀ Ω⁻¹ d, d = mean of (cos(tx/σ), sin(tx/σ)), reference − current',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers'],
  needs: '5 rows a side, finite values, less than half of all rows tied',
  pValue: 'χ² law, degrees of freedom the rank of Ω, as a rule twice the number of t',
  growsWithRows: true,
  source: 'scipy.stats.epps_singleton_2samp; Epps & Singleton 1986',
  options: [
    {
      name: 't',
      takes: 'numbers',
      says: 'points of the characteristic functions, in 1/σ, σ half the pooled interquartile range; 0.4 and 0.8 where not given; many or near points make Ω nearly singular, and W then has few sure digits, here as in scipy',
    },
  ],
};

/** Where the characteristic functions are compared. */
export interface EppsSingletonOptions {
  /** Points above 0, in 1/σ, σ half the interquartile range of the pooled rows. Default 0.4 and 0.8. */
  t?: readonly number[];
}

const leastRows = 5;

/** Rows on the larger side from which no correction is made. */
const largeRows = 25;

/** The correction for small samples of Epps & Singleton (1986), p. 184. */
function smallSampleFactor(n: number, m: number): number {
  return Math.max(n, m) < largeRows ? 1 / (1 + (n + m) ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1;
}

/** Median and half the interquartile range of all rows; or why there is no scale. */
function pooledScale(
  [p, q]: readonly [Float64Array, Float64Array],
  t: readonly number[]
): { centre: number; sigma: number } | DriftError {
  const sample = { sorted: mergeSorted(p, q), missing: 0 };
  const [first = NaN, last = NaN] = [sample.sorted[0], sample.sorted[sample.sorted.length - 1]];
  const sigma = (quantile(sample, 0.75) - quantile(sample, 0.25)) / 2;
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    return notDefined(
      'A sample holds infinite values, which have no cosine: take them out, or use a test of ranks (ks).'
    );
  }
  return sigma > 0 && ((last - first) / sigma) * Math.max(...t) < Infinity
    ? { centre: quantile(sample, 0.5), sigma }
    : notDefined(
        'At least half of all rows are one value (or some lie too far apart for a number), so there is no scale: use a test of ranks (mann-whitney, ks).'
      );
}

/**
 * Epps–Singleton test: compares the empirical characteristic functions at a few points, 0 … ∞, high means drift, and it
 * grows with the rows. Sees a change of shape and spread as well as of location, also in discrete values.
 * `scipy.stats.epps_singleton_2samp(reference, current, t)`, with the correction for fewer than 25 rows a side.
 */
export function eppsSingleton(
  reference: Sample,
  current: Sample,
  options: EppsSingletonOptions = {}
): Comparison | DriftError {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const [n, m] = [p.sorted.length, q.sorted.length];
  if (n < leastRows || m < leastRows) {
    return n < leastRows ? tooFewRows('reference', n, leastRows) : tooFewRows('current', m, leastRows);
  }
  const { t = [0.4, 0.8] } = options;
  if (t.length === 0 || !t.every((point) => point > 0 && point < Infinity)) {
    return notDefined('The points t of Epps–Singleton must be finite and above 0: give some, as 0.4 and 0.8.');
  }
  const unit = binaryUnit(p.sorted, q.sorted);
  const sides = [inUnit(p.sorted, unit), inUnit(q.sorted, unit)] as const;
  const scale = pooledScale(sides, t);
  if (isDriftError(scale)) {
    return scale;
  }
  const { value, rank } = quadraticForm(waveDifference(sides, t, scale));
  const factor = smallSampleFactor(n, m);
  return {
    value: factor * value,
    pValue: chiSquarePValue(factor * value, rank),
    df: rank,
    nReference: n,
    nCurrent: m,
    missingReference: p.missing,
    missingCurrent: q.missing,
    variant: `Epps–Singleton at t = ${t.join(', ')}${factor < 1 ? ', small-sample correction' : ''}${rank < 2 * t.length ? `, covariance of rank ${rank}` : ''}`,
  };
}
