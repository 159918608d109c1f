import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { psiPValue } from './psi-limit.ts';
import { shares } from './shares.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';

export const psiDescription: Description = {
  title: 'PSI',
  says: 'the population stability index: the shares that moved, weighed by how much they grew or shrank',
  formula: 'Σ (q − p) ln(q/p)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts'],
  needs: '1 row a side',
  pValue: '(1/n + 1/m) χ², where every bin expects 5 rows',
  growsWithRows: false,
  source: 'Yurdakul 2018; rules for empty bins of evidently, Phoenix and Fiddler',
  options: [
    ...binOptions,
    {
      name: 'emptyBins',
      takes: ['floor', 'floor-renormalised', 'add-one', 'omit', 'infinite'],
      default: 'floor',
      says: 'what a bin without rows on one side counts as',
    },
    { name: 'floor', takes: 'number', default: 1e-4, says: 'the share that stands for an empty bin' },
  ],
};

/**
 * What a bin without rows on one side counts as; ln 0 has no value.
 * - `floor`: its share becomes `floor`, the others stay (evidently)
 * - `floor-renormalised`: the same, then all shares are divided by their sum
 * - `add-one`: one row is added to every bin of both sides (Phoenix, Fiddler)
 * - `omit`: the bin is left out
 * - `infinite`: PSI is infinite
 */
export type EmptyBins = 'floor' | 'floor-renormalised' | 'add-one' | 'omit' | 'infinite';

export interface PsiOptions extends BinOptions {
  /** Default `floor`. */
  emptyBins?: EmptyBins;
  /** The share that stands for an empty bin. Default 1e-4. */
  floor?: number;
}

function sharesByRule(counts: Float64Array, { emptyBins = 'floor', floor = 1e-4 }: PsiOptions): Float64Array {
  if (emptyBins === 'add-one') {
    return shares(counts.map((count) => count + 1));
  }
  const plain = shares(counts);
  if (emptyBins === 'omit' || emptyBins === 'infinite') {
    return plain;
  }
  const floored = plain.map((share) => (share === 0 ? floor : share));
  return emptyBins === 'floor' ? floored : shares(floored);
}

function psiTerm(p: number, q: number, emptyBins: EmptyBins): number {
  if (p === q || ((p === 0 || q === 0) && emptyBins === 'omit')) {
    return 0;
  }
  return (q - p) * Math.log(q / p);
}

/**
 * Population stability index Σ (q − p) ln(q / p), p and q the shares of reference and current; 0 … ∞, high means drift.
 * `terms` are the addends per bin, each ≥ 0. Raw numbers are cut at quantiles of the reference (default 10 bins);
 * binned counts and categories are taken as they are.
 * The p-value is that of (1/n + 1/m) χ² with B − 1 degrees of freedom, where every bin expects at least 5 rows.
 */
export function psi(reference: Sample, current: Sample, options: PsiOptions = {}): Comparison | DriftError {
  const cells = commonCells(reference, current, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const emptyBins = options.emptyBins ?? 'floor';
  const p = sharesByRule(cells.reference, options);
  const q = sharesByRule(cells.current, options);
  const terms = p.map((share, i) => psiTerm(share, q[i] ?? 0, emptyBins));
  const value = totalOf(terms);
  const facts = cellFacts(cells);
  const pooled = shares(cells.reference.map((count, i) => count + (cells.current[i] ?? 0)));
  const pValue = psiPValue(value, pooled, facts.nReference, facts.nCurrent);
  return {
    ...facts,
    value,
    ...(isDriftError(pValue) ? {} : { pValue }),
    variant: `PSI over ${terms.length} ${cells.categories ? 'categories' : 'bins'}, empty ones: ${emptyBins}`,
    terms,
  };
}
