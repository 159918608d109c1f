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
import { psiPValue } from './psi-limit.ts';
import { pooledSharesOf } from './shares.ts';

export type { EmptyBins } from './empty-bins.ts';

export const psiDescription: Description = {
  title: 'PSI',
  says: 'the population stability index: the shares that moved, each weighed by the logarithm of how much it grew or shrank',
  formula: 'Σ (q − p) ln(q/p)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  pValue: '(1/n + 1/m) χ² with B − 1 degrees of freedom for B bins, where every bin expects 20 rows',
  growsWithRows: false,
  source: 'Yurdakul 2018; rules for empty bins of evidently, deepchecks, Phoenix and Fiddler',
  options: [...binOptions, ...emptyBinOptions('floor')],
};

/** Bins of raw numbers, and the rule for empty ones. */
export interface PsiOptions extends BinOptions, EmptyBinOptions {}

/**
 * PSI of two distributions over the same cells; the addends go to `terms`. A cell that is empty on one side makes it
 * infinite, on both sides it counts nothing: see `EmptyBins`.
 */
export function psiOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const share = p[i] ?? 0;
    const other = q[i] ?? 0;
    const term = share === other ? 0 : (other - share) * Math.log(other / share);
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/**
 * Population stability index Σ (q − p) ln(q / p), p and q the shares of reference and current; 0 … ∞, high means drift.
 * `terms` are the addends per bin, each ≥ 0. Raw numbers are cut at quantiles of the reference (default 10 bins);
 * binned counts and categories are taken as they are.
 * The p-value is that of (1/n + 1/m) χ² with B − 1 degrees of freedom, where every bin expects at least 20 rows.
 */
export function psi(reference: Sample, current: Sample, options: PsiOptions = {}): Comparison | DriftError {
  const cells = commonCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const facts = cellFacts(cells);
  const ruled = ruledShares(cells.reference, totalOf(cells.reference), options);
  if (isDriftError(ruled)) {
    return ruled;
  }
  ruled.fill(cells.current, totalOf(cells.current));
  const terms = new Float64Array(cells.reference.length);
  const value = psiOfShares(ruled.p, ruled.q, terms);
  const pValue = psiPValue(value, pooledSharesOf(cells), facts.nReference, facts.nCurrent);
  return {
    ...facts,
    value,
    ...(isDriftError(pValue) ? {} : { pValue }),
    variant: `PSI over ${terms.length} ${cells.categories ? 'categories' : 'bins'}, empty ones: ${options.emptyBins ?? 'floor'}`,
    terms,
  };
}
