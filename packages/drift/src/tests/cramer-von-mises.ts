import { isDriftError } from '../errors.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Sample } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { cramerVonMisesLimitTail } from '../special-functions/cramer-von-mises-limit.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cramerVonMisesExactPValue } from './cramer-von-mises-exact.ts';
import { walkRanks } from './pooled-ranks.ts';
import type { Description } from '../description.ts';

export const cramerVonMisesDescription: Description = {
  title: 'Cramér–von Mises',
  says: 'the squared gap between the cumulated shares, over all rows',
  formula: 'T = nm/(n + m)² Σ (F − G)²',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers'],
  needs: '1 row a side',
  pValue: 'by `method`',
  growsWithRows: true,
  source: 'scipy.stats.cramervonmises_2samp; Anderson 1962, Smirnov 1936',
  options: [
    {
      name: 'method',
      takes: ['auto', 'exact', 'asymptotic'],
      default: 'auto',
      says: 'auto: exact to 20 rows on the larger side',
    },
  ],
};

export interface CramerVonMisesOptions {
  /** `auto`: exact up to 20 rows on the larger side (scipy's rule). */
  method?: 'auto' | 'exact' | 'asymptotic';
}

const maxExactRows = 20;

/** U of Anderson (1962), eq. 10: n Σ (rᵢ − i)² + m Σ (sⱼ − j)² over the mid-ranks r of one side and s of the other. */
function rankStatistic(reference: SortedSample, current: SortedSample): number {
  let [i, j, ofReference, ofCurrent] = [0, 0, 0, 0];
  walkRanks(reference, current, ({ inReference, inCurrent, midRank }) => {
    for (let k = 0; k < inReference; k++) {
      i += 1;
      ofReference += (midRank - i) ** 2;
    }
    for (let k = 0; k < inCurrent; k++) {
      j += 1;
      ofCurrent += (midRank - j) ** 2;
    }
  });
  return reference.sorted.length * ofReference + current.sorted.length * ofCurrent;
}

/** The limit law at T brought to its mean and variance: Anderson (1962), eq. 11, 14, 15. */
function asymptoticPValue(t: number, n: number, m: number): number {
  const rows = n + m;
  const mean = (1 + 1 / rows) / 6;
  const variance = ((rows + 1) * (4 * n * m * rows - 3 * (n * n + m * m) - 2 * n * m)) / (45 * rows * rows * 4 * n * m);
  return cramerVonMisesLimitTail(1 / 6 + (t - mean) / Math.sqrt(45 * variance));
}

/**
 * Two-sample Cramér–von Mises test: T = nm / (n + m)² Σ (F − G)² over the pooled rows; 0 … ∞, high means drift, and it
 * grows with the rows. Ties get mid-ranks. `scipy.stats.cramervonmises_2samp`, but small p keep their digits.
 */
export function cramerVonMises(
  reference: Sample,
  current: Sample,
  options: CramerVonMisesOptions = {}
): Comparison | DriftError {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const { reference: p, current: q } = pair;
  const [n, m] = [p.sorted.length, q.sorted.length];
  const u = rankStatistic(p, q);
  const value = u / (n * m * (n + m)) - (4 * n * m - 1) / (6 * (n + m));
  const { method = 'auto' } = options;
  const exact = method === 'exact' || (method === 'auto' && Math.max(n, m) <= maxExactRows);
  return {
    value,
    pValue: exact ? cramerVonMisesExactPValue(u, n, m) : asymptoticPValue(value, n, m),
    nReference: n,
    nCurrent: m,
    missingReference: p.missing,
    missingCurrent: q.missing,
    variant: `two-sample Cramér–von Mises, ${exact ? 'exact' : 'asymptotic'} p`,
  };
}
