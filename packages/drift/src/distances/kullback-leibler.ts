import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { emptyBinOptions, ruledShares } from './empty-bins.ts';
import type { EmptyBinOptions } from './empty-bins.ts';

export const kullbackLeiblerDescription: Description = {
  title: 'Kullback–Leibler',
  says: 'the information lost where one distribution is taken for the other; not symmetric',
  formula: 'KL(q‖p) = Σ q ln(q/p)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'Kullback & Leibler 1951; scipy.special.rel_entr',
  options: [
    ...binOptions,
    ...emptyBinOptions('floor-renormalised'),
    { name: 'base', takes: ['e', 2], default: 'e', says: 'base of the logarithm: nats or bits' },
    {
      name: 'direction',
      takes: ['current-from-reference', 'reference-from-current'],
      default: 'current-from-reference',
      says: 'KL(q‖p), the current rows coded for the reference (frouros), or KL(p‖q), the other way round (evidently)',
    },
  ],
};

/** Bins, empty ones, unit and direction. */
export interface KullbackLeiblerOptions extends BinOptions, EmptyBinOptions {
  /** Base of the logarithm. Default `e`. */
  base?: 'e' | 2;
  /** `current-from-reference`: KL(q‖p) = Σ q ln(q/p); `reference-from-current`: KL(p‖q) = Σ p ln(p/q). */
  direction?: 'current-from-reference' | 'reference-from-current';
}

/**
 * KL(p‖q) = Σ p ln(p/q) in nats; the addends, of either sign, go to `terms`: scipy's `rel_entr`. Infinite where q is empty
 * and p is not; a cell that is empty in p counts nothing.
 */
export function kullbackLeiblerOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const share = p[i] ?? 0;
    const term = share === 0 ? 0 : share * Math.log(share / (q[i] ?? 0));
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/**
 * Kullback–Leibler divergence of the current side from the reference (or the other way round), 0 … ∞; high means drift.
 * `terms` add up to it and are of either sign. Empty bins go by `EmptyBins`, default `floor-renormalised`: by the rules that
 * leave shares that do not add up to 1 (`floor`, `floor-evidently`, `omit`) it may fall below 0.
 */
export function kullbackLeibler(
  reference: Sample,
  current: Sample,
  options: KullbackLeiblerOptions = {}
): Comparison | DriftError {
  const cells = commonCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const facts = cellFacts(cells);
  const { emptyBins = 'floor-renormalised', direction = 'current-from-reference', base = 'e' } = options;
  const ruled = ruledShares(cells.reference, totalOf(cells.reference), { ...options, emptyBins });
  if (isDriftError(ruled)) {
    return ruled;
  }
  ruled.fill(cells.current, totalOf(cells.current));
  const nats = new Float64Array(cells.reference.length);
  const [of, from] = direction === 'current-from-reference' ? [ruled.q, ruled.p] : [ruled.p, ruled.q];
  const value = kullbackLeiblerOfShares(of, from, nats);
  const unit = base === 2 ? Math.LN2 : 1;
  const over = `${nats.length} ${cells.categories ? 'categories' : 'bins'}`;
  return {
    ...facts,
    value: value / unit,
    variant: `Kullback–Leibler divergence of ${direction.replaceAll('-', ' ')}, base ${base}, over ${over}, empty ones: ${emptyBins}`,
    terms: nats.map((term) => term / unit),
  };
}
