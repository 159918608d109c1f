import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import type { KsOptions } from './kolmogorov-smirnov.ts';
import { ksConditionalPValue, maxConditionalPairs } from './ks-conditional.ts';
import { lawGivenTies } from './ks-given-ties.ts';
import { ksExactPValue, leastCommonMultiple } from './ks-exact.ts';
import { ksPValue, resolveKsMethod } from './ks-p-value.ts';
import type { PooledRanks } from './pooled-ranks.ts';

/** The rows of both sides, and their ties where they are asked for. */
export interface KsRows {
  n: number;
  m: number;
  ranks: () => PooledRanks | DriftError;
}

/** A p-value and the words for how it was had. */
export interface KsAnswer {
  pValue: number;
  variant: string;
}

const variants = {
  exact: 'two-sample KS, exact p',
  asymptotic: 'two-sample KS, asymptotic p (one-sample law at the effective size)',
  limit: "two-sample KS, p of Kolmogorov's limit",
  stephens: 'two-sample KS, p of the limit with the correction of Stephens',
};

/** The tail from a whole number of gaps on, or the mean of that and the next: P(D > d) + ½ P(D = d). */
function tailFrom(gap: number, midP: boolean, tail: (gap: number) => number): number {
  return midP ? (tail(gap) + tail(gap + 1)) / 2 : tail(gap);
}

/** The exact p given the ties; undefined where it is not to be had. */
function conditional(d: number, { n, m, ranks }: KsRows, midP: boolean): KsAnswer | undefined {
  const pooled = n * m <= maxConditionalPairs ? ranks() : undefined;
  if (!pooled || isDriftError(pooled) || !pooled.whole) {
    return undefined;
  }
  const pValue = tailFrom(Math.round(d * n * m), midP, (gap) => ksConditionalPValue(gap, pooled));
  return { pValue, variant: `two-sample KS, exact ${midP ? 'mid-p' : 'p'} given the ties` };
}

function givenTies(d: number, { ranks }: KsRows): KsAnswer | undefined {
  const pooled = ranks();
  const law = isDriftError(pooled) ? undefined : lawGivenTies(pooled);
  return law && { pValue: law.pValue(d), variant: law.variant };
}

/** p of a two-sample D by the method of the options, and its words; `given` where the ties (or bins) were. */
export function ksAnswer(d: number, rows: KsRows, options: KsOptions): KsAnswer & { given: boolean } {
  const { method: wanted = 'auto', midP = false } = options;
  const answer =
    wanted === 'conditional' ? conditional(d, rows, midP) : wanted === 'given-ties' ? givenTies(d, rows) : undefined;
  if (answer) {
    return { ...answer, given: true };
  }
  const [n, m] = [Math.round(rows.n), Math.round(rows.m)];
  const method = resolveKsMethod(wanted === 'conditional' || wanted === 'given-ties' ? 'auto' : wanted, n, m);
  if (method === 'exact' && midP) {
    const gap = Math.round(d * leastCommonMultiple(n, m));
    const pValue = tailFrom(gap, midP, (h) => ksExactPValue(h, n, m));
    return { pValue, variant: 'two-sample KS, exact mid-p', given: false };
  }
  return { pValue: ksPValue(d, n, m, method), variant: variants[method], given: false };
}
