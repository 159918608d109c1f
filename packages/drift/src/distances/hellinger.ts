import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance, pooledShares } from './cell-distance.ts';
import { psiPValue } from './psi-limit.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';

export const hellingerDescription: Description = {
  title: 'Hellinger',
  says: 'the distance of the square roots of the shares: 0 alike, 1 without overlap',
  formula: '√(1 − Σ √(pq))',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  pValue: 'that of PSI for 8 H², where every bin expects 20 rows',
  growsWithRows: false,
  source: 'Hellinger 1909',
  options: binOptions,
};

/** Hellinger distance of two distributions over the same cells; the addends of its square go to `terms`. */
export function hellingerOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let square = 0;
  for (let i = 0; i < p.length; i++) {
    const gap = Math.sqrt(p[i] ?? 0) - Math.sqrt(q[i] ?? 0);
    const term = (gap * gap) / 2;
    square += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return Math.sqrt(square);
}

/**
 * Hellinger distance √(1 − Σ √(pq)) = √(½ Σ (√p − √q)²), 0 … 1; high means drift. `terms` add up to its square.
 * p-value: for near shares 8 H² is the PSI, so it has PSI's law, where every bin expects at least 20 rows.
 */
export function hellinger(reference: Sample, current: Sample, options: BinOptions = {}): Comparison | DriftError {
  return cellDistance([reference, current], options, (distributions) => {
    const { p, q, n, m } = distributions;
    const terms = new Float64Array(p.length);
    const value = hellingerOfShares(p, q, terms);
    const pValue = psiPValue(8 * value * value, pooledShares(distributions), n, m);
    return {
      value,
      ...(isDriftError(pValue) ? {} : { pValue }),
      variant: 'Hellinger distance',
      terms,
    };
  });
}
