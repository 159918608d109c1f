import type { BinOptions } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';

export const bhattacharyyaDescription: Description = {
  title: 'Bhattacharyya',
  says: 'how little the two distributions overlap, on a logarithmic scale',
  formula: '−ln Σ √(pq)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'Bhattacharyya 1946',
  options: [
    ...binOptions,
    {
      name: 'statistic',
      takes: ['distance', 'coefficient'],
      default: 'distance',
      says: 'the distance, or the coefficient Σ √(pq): 1 alike, 0 without overlap, so that low means drift',
    },
  ],
};

/** Bins of raw numbers, and which number is given. */
export interface BhattacharyyaOptions extends BinOptions {
  /** Default `distance`. */
  statistic?: 'distance' | 'coefficient';
}

/**
 * Bhattacharyya distance of two distributions over the same cells; the addends √(pq) of the coefficient go to `terms`.
 * Where they overlap by more than half, it is −ln(1 − H²) with H² = ½ Σ (√p − √q)², which is exactly 0 for equal shares.
 */
export function bhattacharyyaOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let coefficient = 0;
  let apart = 0;
  for (let i = 0; i < p.length; i++) {
    const root = Math.sqrt(p[i] ?? 0);
    const other = Math.sqrt(q[i] ?? 0);
    const term = root * other;
    coefficient += term;
    apart += (root - other) * (root - other);
    if (terms) {
      terms[i] = term;
    }
  }
  return coefficient > 0.5 ? -Math.log1p(-apart / 2) : -Math.log(coefficient);
}

/** The statistic that is asked for, from the distance. */
export function bhattacharyyaStatistic(distance: number, { statistic = 'distance' }: BhattacharyyaOptions): number {
  return statistic === 'distance' ? distance : Math.exp(-distance);
}

/**
 * Bhattacharyya distance −ln Σ √(pq), 0 … ∞, high means drift; infinite where the sides share no cell. `coefficient`:
 * Σ √(pq), 1 … 0, low means drift, which is 1 − H² of Hellinger. `terms` add up to the coefficient.
 */
export function bhattacharyya(
  reference: Sample,
  current: Sample,
  options: BhattacharyyaOptions = {}
): Comparison | DriftError {
  return cellDistance([reference, current], options, ({ p, q }) => {
    const terms = new Float64Array(p.length);
    return {
      value: bhattacharyyaStatistic(bhattacharyyaOfShares(p, q, terms), options),
      variant: `Bhattacharyya ${options.statistic ?? 'distance'}`,
      terms,
    };
  });
}
