import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { kuiperUpperTail } from '../special-functions/kuiper-limit.ts';
import type { Comparison, DriftError } from '../types.ts';
import { pooledRanks } from './pooled-ranks.ts';
import type { Description } from '../description.ts';

export const kuiperDescription: Description = {
  title: 'Kuiper',
  says: 'the greatest gaps between the cumulated shares in both directions, added: as sensitive at the ends as in the middle',
  formula: 'V = max (F − G) + max (G − F)',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'binned counts'],
  needs: '1 row a side',
  pValue: 'asymptotic: Kuiper’s limit law with the correction of Stephens for size',
  growsWithRows: false,
  source: 'Kuiper 1960, Stephens 1970',
  options: [],
};

/**
 * Two-sample Kuiper test: V = max (F − G) + max (G − F), 0 … 1 (2 is never reached), high means drift. As sensitive at
 * the tails as in the middle, and right for values on a circle (hour of day). Asymptotic p: the limit law at
 * (√nₑ + 0.155 + 0.24/√nₑ) V, nₑ = nm / (n + m) (Stephens 1970; Press et al., Numerical Recipes 14.3).
 */
export function kuiper(reference: Sample, current: Sample): Comparison | DriftError {
  const ranks = pooledRanks(reference, current);
  if (isDriftError(ranks)) {
    return ranks;
  }
  const { n, m } = ranks;
  let [above, below] = [0, 0];
  ranks.walk(({ inReference, inCurrent, referenceBelow, currentBelow }) => {
    const gap = (referenceBelow + inReference) * m - (currentBelow + inCurrent) * n;
    above = Math.max(above, gap);
    below = Math.max(below, -gap);
  });
  const value = (above + below) / (n * m);
  const root = Math.sqrt((n * m) / (n + m));
  return {
    value,
    pValue: kuiperUpperTail((root + 0.155 + 0.24 / root) * value),
    ...ranks.facts,
    variant: `two-sample Kuiper, asymptotic p (Stephens)${ranks.words}`,
  };
}
