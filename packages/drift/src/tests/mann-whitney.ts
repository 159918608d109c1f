import { isDriftError, notDefined } from '../errors.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Sample } from '../samples/sample.ts';
import { normalUpperTail } from '../special-functions/erfc.ts';
import type { Comparison, DriftError } from '../types.ts';
import { mannWhitneyExactPValue } from './mann-whitney-exact.ts';
import { walkRanks } from './pooled-ranks.ts';
import type { Description } from '../description.ts';

export const mannWhitneyDescription: Description = {
  title: 'Mann–Whitney U',
  says: 'the pairs in which the reference row is above the current one',
  formula: 'U = Σ [p > q] + ½ Σ [p = q]',
  range: [0, Infinity],
  direction: 'two-sided',
  takes: ['numbers'],
  needs: '1 row a side, not all equal',
  pValue: 'by `method`',
  growsWithRows: true,
  source: 'scipy.stats.mannwhitneyu, two-sided',
  options: [
    {
      name: 'method',
      takes: ['auto', 'exact', 'asymptotic'],
      default: 'auto',
      says: 'auto: exact without ties to 8 rows on one side',
    },
    {
      name: 'continuity',
      takes: [true, false],
      default: true,
      says: '½ off the distance from the mean in the asymptotic p',
    },
    { name: 'statistic', takes: ['u', 'share'], default: 'u', says: 'U, or its share of all pairs' },
  ],
};

export interface MannWhitneyOptions {
  /** `auto`: exact without ties where one side has at most 8 rows (scipy's rule). Exact does not correct for ties. */
  method?: 'auto' | 'exact' | 'asymptotic';
  /** ½ off the distance from the mean in the asymptotic p. Default true. */
  continuity?: boolean;
  /** U, or U / (nm): the chance that a reference row is above a current one. Default `u`. */
  statistic?: 'u' | 'share';
}

interface Ranks {
  n: number;
  m: number;
  /** Pairs in which the reference row is above the current one; ties count ½. */
  u: number;
  /** Σ (t³ − t) over the groups of t tied rows. */
  ties: number;
}

/** Two-sided p of the normal law with the variance corrected for ties. */
function asymptoticPValue({ n, m, u, ties }: Ranks, continuity: boolean): number {
  const rows = n + m;
  const variance = ((n * m) / 12) * (rows + 1 - ties / (rows * (rows - 1)));
  const distance = Math.abs(u - (n * m) / 2) - (continuity ? 0.5 : 0);
  return Math.min(1, 2 * normalUpperTail(distance / Math.sqrt(variance)));
}

/**
 * Mann–Whitney U test (Wilcoxon rank sum), two-sided. U counts the pairs in which the reference row is above the current
 * one, 0 … nm; far from nm / 2 means drift of location. `scipy.stats.mannwhitneyu(reference, current)`.
 */
export function mannWhitney(
  reference: Sample,
  current: Sample,
  options: MannWhitneyOptions = {}
): Comparison | DriftError {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const [n, m] = [p.sorted.length, q.sorted.length];
  let [rankSum, ties] = [0, 0];
  walkRanks(p, q, ({ inReference, inCurrent, midRank }) => {
    const tied = inReference + inCurrent;
    rankSum += inReference * midRank;
    ties += tied ** 3 - tied;
  });
  const ranks = { n, m, u: rankSum - (n * (n + 1)) / 2, ties };
  if (ties === (n + m) ** 3 - (n + m)) {
    return notDefined(
      'Both samples are the same constant, so no row is above another. Watch the feature for being constant.'
    );
  }
  const { method = 'auto', statistic = 'u' } = options;
  const exact = method === 'exact' || (method === 'auto' && ties === 0 && Math.min(n, m) <= 8);
  return {
    value: statistic === 'u' ? ranks.u : ranks.u / (n * m),
    pValue: exact ? mannWhitneyExactPValue(ranks.u, n, m) : asymptoticPValue(ranks, options.continuity ?? true),
    nReference: n,
    nCurrent: m,
    missingReference: p.missing,
    missingCurrent: q.missing,
    variant: `Mann–Whitney U, two-sided, ${exact ? 'exact' : 'asymptotic'} p`,
  };
}
