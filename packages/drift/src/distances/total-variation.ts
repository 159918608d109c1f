import type { BinOptions } from '../bins/common-cells.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';

export const totalVariationDescription: Description = {
  title: 'Total variation',
  says: 'the share of rows that would have to move to another bin or category',
  formula: '½ Σ |p − q|',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'Levin & Peres 2017, 4.1',
  options: binOptions,
};

/** Total variation of two distributions over the same cells; the addends go to `terms`. */
export function totalVariationOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const term = Math.abs((p[i] ?? 0) - (q[i] ?? 0)) / 2;
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/**
 * Total variation distance ½ Σ |p − q|, 0 … 1; high means drift: the share of rows that would have to move.
 * `terms` add up to it.
 */
export function totalVariation(reference: Sample, current: Sample, options: BinOptions = {}): Comparison | DriftError {
  return cellDistance([reference, current], options, ({ p, q }) => {
    const terms = new Float64Array(p.length);
    return { value: totalVariationOfShares(p, q, terms), variant: 'total variation distance', terms };
  });
}
