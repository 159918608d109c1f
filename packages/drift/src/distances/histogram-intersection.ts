import type { BinOptions } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';
import { totalVariationOfShares } from './total-variation.ts';

export const histogramIntersectionDescription: Description = {
  title: 'Histogram intersection',
  says: 'the share of rows under one histogram that is not under the other; equal to the total variation',
  formula: '1 − Σ min(p, q)',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'Swain & Ballard 1991',
  options: [
    ...binOptions,
    {
      name: 'statistic',
      takes: ['distance', 'intersection'],
      default: 'distance',
      says: 'the distance, or the intersection Σ min(p, q): 1 alike, 0 without overlap, so that low means drift',
    },
  ],
};

/** Bins of raw numbers, and which number is given. */
export interface HistogramIntersectionOptions extends BinOptions {
  /** Default `distance`. */
  statistic?: 'distance' | 'intersection';
}

/** Σ min(p, q) of two distributions over the same cells; the addends go to `terms`. */
export function histogramIntersectionOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const share = p[i] ?? 0;
    const other = q[i] ?? 0;
    const term = share < other ? share : other;
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/** The formula of a statistic. Shares add up to 1, so 1 − Σ min(p, q) is ½ Σ |p − q|, exactly 0 for equal shares. */
export function intersectionFormula({ statistic = 'distance' }: HistogramIntersectionOptions) {
  return statistic === 'distance' ? totalVariationOfShares : histogramIntersectionOfShares;
}

/**
 * Histogram intersection distance 1 − Σ min(p, q), 0 … 1, high means drift: the total variation distance by its name in
 * image search. `intersection`: Σ min(p, q), 1 … 0, low means drift. `terms` add up to the value.
 */
export function histogramIntersection(
  reference: Sample,
  current: Sample,
  options: HistogramIntersectionOptions = {}
): Comparison | DriftError {
  return cellDistance([reference, current], options, ({ p, q }) => {
    const terms = new Float64Array(p.length);
    const value = intersectionFormula(options)(p, q, terms);
    const { statistic = 'distance' } = options;
    return {
      value,
      variant: `histogram intersection${statistic === 'distance' ? ' distance' : ''}`,
      terms,
    };
  });
}
