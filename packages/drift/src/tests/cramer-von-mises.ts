import { isDriftError, notDefined } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { cramerVonMisesLimitTail } from '../special-functions/cramer-von-mises-limit.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cramerVonMisesExactPValue } from './cramer-von-mises-exact.ts';
import { pooledRanks } from './pooled-ranks.ts';
import type { PooledRanks } from './pooled-ranks.ts';
import type { Description } from '../description.ts';

export const cramerVonMisesDescription: Description = {
  title: 'Cramér–von Mises',
  says: 'the squared gap between the cumulated shares, added over all rows of both sides',
  formula: 'T = nm/(n + m)² Σ (F − G)², with ties by `ties`',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'binned counts'],
  needs: '1 row a side, not all equal',
  pValue: 'by `method`',
  growsWithRows: true,
  source: 'scipy.stats.cramervonmises_2samp; Anderson 1962, Smirnov 1936',
  options: [
    {
      name: 'method',
      takes: ['auto', 'exact', 'asymptotic'],
      default: 'auto',
      says: 'auto: exact to 20 rows on the larger side, else asymptotic; exact: all orders of the rows counted, asymptotic beyond 400 pairs of rows',
    },
    {
      name: 'ties',
      takes: ['mid-ranks', 'cumulated'],
      default: 'mid-ranks',
      says: 'mid-ranks: as scipy; many ties and sides of different sizes then raise T without any drift; cumulated: the formula itself at every row, for rounded values, and the default of binned counts',
    },
  ],
};

/** Which p-value of Cramér–von Mises. */
export interface CramerVonMisesOptions {
  /** `auto`: exact up to 20 rows on the larger side (scipy's rule). `exact`: up to 400 pairs of rows, then asymptotic. */
  method?: 'auto' | 'exact' | 'asymptotic';
  /**
   * What tied rows add. `mid-ranks` (scipy): a term of their own that grows with (n − m)²: 300 v 3,000 rows of 30 different
   * values are always past 5 %. `cumulated`: Σ (F − G)² at every row; p is near enough. Default `mid-ranks`.
   */
  ties?: CvmTies;
}

type CvmTies = 'mid-ranks' | 'cumulated';

const maxExactRows = 20;

/** Beyond so many pairs of rows the orders take too long to count, and `exact` is answered by `asymptotic`. */
const maxExactPairs = 400;

function isExact(method: 'auto' | 'exact' | 'asymptotic', { n, m, whole }: PooledRanks): boolean {
  const wanted = method === 'exact' || (method === 'auto' && Math.max(n, m) <= maxExactRows);
  return wanted && whole && n * m <= maxExactPairs;
}

/**
 * T = U / (nmN) − (4nm − 1) / (6N) of Anderson (1962), eq. 9 and 10, U the squared distances of the mid-ranks.
 * Written as a sum of positive terms, so that no digits are lost however many rows there are. With a and b tied rows of
 * either side, i and j rows below (half of the tied counted):
 * nmN² T = Σ (a + b)(m i − n j)² + ((n − m)² (a³ + b³ − a − b) + 3nm (a + b)(a − b)²) / 12.
 * Cumulated, i and j count the tied rows as well, and the second part is left out; without ties it is the same.
 */
function cramerVonMisesStatistic({ n, m, walk }: PooledRanks, ties: CvmTies): number {
  let sum = 0;
  if (ties === 'cumulated') {
    walk(({ inReference: a, inCurrent: b, referenceBelow, currentBelow }) => {
      sum += (a + b) * (m * (referenceBelow + a) - n * (currentBelow + b)) ** 2;
    });
    return sum / n / m / (n + m) ** 2;
  }
  walk(({ inReference: a, inCurrent: b, referenceBelow, currentBelow }) => {
    const gap = m * (referenceBelow + a / 2) - n * (currentBelow + b / 2);
    const uneven = (n - m) ** 2 * (a ** 3 + b ** 3 - a - b);
    sum += (a + b) * gap ** 2 + (uneven + 3 * n * m * (a + b) * (a - b) ** 2) / 12;
  });
  return sum / n / m / (n + m) ** 2;
}

/** The limit law at T brought to its mean and variance: Anderson (1962), eq. 11, 14, 15. */
function asymptoticPValue(t: number, n: number, m: number): number {
  const rows = n + m;
  const mean = (1 + 1 / rows) / 6;
  const variance = ((rows + 1) * (4 * n * m * rows - 3 * (n * n + m * m) - 2 * n * m)) / (45 * rows * rows * 4 * n * m);
  // One row a side: T cannot vary.
  return variance === 0 ? 1 : cramerVonMisesLimitTail(1 / 6 + (t - mean) / Math.sqrt(45 * variance));
}

/**
 * Two-sample Cramér–von Mises test: T = nm / (n + m)² Σ (F − G)² over the pooled rows; 0 … ∞, high means drift, and it
 * grows with the rows. Ties by `ties`. `scipy.stats.cramervonmises_2samp`, but small p keep their digits.
 */
export function cramerVonMises(
  reference: Sample,
  current: Sample,
  options: CramerVonMisesOptions = {}
): Comparison | DriftError {
  const ranks = pooledRanks(reference, current);
  if (isDriftError(ranks)) {
    return ranks;
  }
  const { n, m } = ranks;
  let values = 0;
  ranks.walk(() => (values += 1));
  if (values === 1) {
    return notDefined(
      'Both samples are the same constant, so their rows have no ranks. Watch the feature for being constant instead.'
    );
  }
  // Bins are ties, and of many rows: mid-ranks would find drift where there is none.
  const { ties = ranks.words === '' ? 'mid-ranks' : 'cumulated' } = options;
  const value = cramerVonMisesStatistic(ranks, ties);
  const exact = isExact(options.method ?? 'auto', ranks);
  return {
    value,
    pValue: exact ? cramerVonMisesExactPValue(value, n, m) : asymptoticPValue(value, n, m),
    ...ranks.facts,
    variant: `two-sample Cramér–von Mises, ${exact ? 'exact' : 'asymptotic'} p${ties === 'cumulated' ? ', ties cumulated' : ''}${ranks.words}`,
  };
}
