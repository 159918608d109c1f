import type { Description } from '../description.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { normalUpperTail } from '../special-functions/erfc.ts';
import type { Comparison, DriftError } from '../types.ts';
import { isCountable, mannWhitneyExactTail } from './mann-whitney-exact.ts';
import { pooledRanks } from './pooled-ranks.ts';
import type { PooledRanks } from './pooled-ranks.ts';

export const mannWhitneyDescription: Description = {
  title: 'Mann–Whitney U',
  says: 'the pairs of rows in which the reference is above the current one, equal ones by half; nm/2 without drift',
  formula: 'U = Σ [p > q] + ½ Σ [p = q]',
  range: [0, Infinity],
  direction: 'two-sided',
  takes: ['numbers', 'binned counts'],
  needs: '1 row a side, not all equal',
  pValue: 'by `method` and `alternative`',
  growsWithRows: true,
  source: 'scipy.stats.mannwhitneyu(reference, current)',
  options: [
    {
      name: 'method',
      takes: ['auto', 'exact', 'asymptotic'],
      default: 'auto',
      says: 'auto: exact where no row is tied and one side has at most 8 rows, else asymptotic (normal, variance corrected for ties); exact: asymptotic past 300 rows on both sides',
    },
    {
      name: 'continuity',
      takes: [true, false],
      default: true,
      says: 'take ½ off the distance of U from its mean in the asymptotic p',
    },
    { name: 'statistic', takes: ['u', 'share'], default: 'u', says: 'U, or U/(nm), its share of all pairs' },
    {
      name: 'alternative',
      takes: ['two-sided', 'less', 'greater'],
      default: 'two-sided',
      says: 'two-sided; less: a small p means that the reference is lower, so that values rose; greater: that they fell',
    },
  ],
};

/** Which p-value and which number of Mann–Whitney. */
export interface MannWhitneyOptions {
  /**
   * `auto`: exact without ties where one side has at most 8 rows (scipy's rule). Exact does not correct for ties, and
   * is answered by `asymptotic` where both sides pass 300 rows (or counting would take more than 10⁹ steps), and where
   * binned counts are not whole.
   */
  method?: 'auto' | 'exact' | 'asymptotic';
  /** ½ off the distance from the mean in the asymptotic p. Default true. */
  continuity?: boolean;
  /** U, or U / (nm): the chance that a reference row is above a current one. Default `u`. */
  statistic?: 'u' | 'share';
  /**
   * What p speaks for, of the reference against the current rows, as `mannwhitneyu(reference, current, alternative=…)`.
   * - `two-sided`: either is lower (default)
   * - `less`: the reference is lower: values rose
   * - `greater`: the reference is higher: values fell; `mannwhitneyu(current, reference, alternative='less')`
   */
  alternative?: 'two-sided' | 'less' | 'greater';
}

interface RankCount {
  /** Pairs in which the reference row is above the current one; ties count ½. */
  u: number;
  /** Variance of U under no drift, given the ties: nm Σ t (N − t)(N + t) / (12 N (N − 1)) over groups of t rows. */
  variance: number;
  /** Different values. */
  values: number;
}

/** The variance is a sum of positive terms: no digits are lost where almost all rows are tied. */
function rankCount({ n, m, walk }: PooledRanks): RankCount {
  const rows = n + m;
  let [u, spread, values] = [0, 0, 0];
  walk(({ inReference, inCurrent, currentBelow }) => {
    const tied = inReference + inCurrent;
    u += inReference * (currentBelow + inCurrent / 2);
    spread += tied * (rows - tied) * (rows + tied);
    values += 1;
  });
  return { u, variance: (n * m * spread) / (12 * rows * (rows - 1)), values };
}

/** The U that is great where the alternative holds, and how many tails count. */
function tailOf(u: number, pairs: number, alternative: 'two-sided' | 'less' | 'greater'): [u: number, tails: 1 | 2] {
  if (alternative === 'two-sided') {
    return [Math.max(u, pairs - u), 2];
  }
  return [alternative === 'greater' ? u : pairs - u, 1];
}

const directions = {
  'two-sided': 'two-sided',
  less: 'one-sided (reference less than current)',
  greater: 'one-sided (reference greater than current)',
};

/**
 * Mann–Whitney U test (Wilcoxon rank sum). U counts the pairs in which the reference row is above the current one,
 * 0 … nm; far from nm / 2 means drift of location. `scipy.stats.mannwhitneyu(reference, current)`; small p keep their
 * digits. Numbers, or binned counts with every bin one tied value.
 */
export function mannWhitney(
  reference: Sample,
  current: Sample,
  options: MannWhitneyOptions = {}
): Comparison | DriftError {
  const ranks = pooledRanks(reference, current);
  if (isDriftError(ranks)) {
    return ranks;
  }
  const { n, m, whole } = ranks;
  const { u, variance, values } = rankCount(ranks);
  if (values === 1) {
    return notDefined(
      'Both samples are the same constant, so no row is above another. Watch the feature for being constant instead.'
    );
  }
  const { method = 'auto', statistic = 'u', alternative = 'two-sided', continuity = true } = options;
  const [upper, tails] = tailOf(u, n * m, alternative);
  const wanted = method === 'exact' || (method === 'auto' && values === n + m && Math.min(n, m) <= 8);
  const exact = wanted && whole && isCountable(n, m);
  const distance = upper - (n * m) / 2 - (continuity ? 0.5 : 0);
  const tail = exact ? mannWhitneyExactTail(upper, n, m) : normalUpperTail(distance / Math.sqrt(variance));
  return {
    value: statistic === 'u' ? u : u / (n * m),
    pValue: Math.min(1, tails * tail),
    ...ranks.facts,
    variant: `Mann–Whitney U, ${directions[alternative]}, ${exact ? 'exact' : 'asymptotic'} p${ranks.words}`,
  };
}
