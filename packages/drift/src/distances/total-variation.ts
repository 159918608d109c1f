import type { BinOptions } from '../bins/common-cells.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';

export const totalVariationDescription: Description = {
  title: 'Total variation',
  says: 'the share of rows that would have to move',
  formula: '½ Σ |p − q|',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'Levin & Peres 2017, 4.1',
  options: binOptions,
};

/**
 * Total variation distance ½ Σ |p − q|, 0 … 1; high means drift: the share of rows that would have to move.
 * `terms` add up to it.
 */
export function totalVariation(reference: Sample, current: Sample, options: BinOptions = {}): Comparison | DriftError {
  return cellDistance([reference, current], options, ({ p, q }) => {
    const terms = p.map((share, i) => Math.abs(share - (q[i] ?? 0)) / 2);
    return { value: totalOf(terms), variant: 'total variation distance', terms };
  });
}
