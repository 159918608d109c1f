import { compare, isDriftError, ksPValue, normalNumbers, seededRandom } from '@soundcheck/drift';
import type { Comparison, DriftError } from '@soundcheck/drift';
import type { Dialect, MetricKey } from '@soundcheck/query';

/** Windows without any drift, and what the services make of them: each with a reference of its own, so all independent. */

export interface Sizes {
  windows: number;
  features: number;
  reference: number;
  batch: number;
}

/** Published numbers of one metric of one service: a row a window, a column a feature. */
export type Scores = ReadonlyArray<readonly number[]>;

export interface NullScores {
  metric: MetricKey;
  dialect: Dialect;
  scores: Scores;
}

function valueOf(result: Comparison | DriftError, what: 'value' | 'pValue'): number {
  return isDriftError(result) ? NaN : (result[what] ?? NaN);
}

/**
 * KS and t of every feature in every window, as Python (D, Welch's t) and Java (p of Kolmogorov's limit, p of its own t)
 * publish them.
 */
export function nullScores(seed: number, { windows, features, reference: n, batch: m }: Sizes): NullScores[] {
  const next = normalNumbers(seededRandom(seed));
  const sample = (rows: number) => Float64Array.from({ length: rows }, next);
  const [d, p, t, meansP]: [number[][], number[][], number[][], number[][]] = [[], [], [], []];
  for (let window = 0; window < windows; window++) {
    const rows = Array.from({ length: features }, () => {
      const [reference, current] = [sample(n), sample(m)];
      const gap = valueOf(compare('ks', reference, current, { method: 'limit' }), 'value');
      return {
        d: gap,
        p: ksPValue(gap, n, m, 'limit'),
        t: valueOf(compare('welch-t', reference, current), 'value'),
        meansP: valueOf(compare('java-mean-shift', reference, current), 'pValue'),
      };
    });
    d.push(rows.map((row) => row.d));
    p.push(rows.map((row) => row.p));
    t.push(rows.map((row) => row.t));
    meansP.push(rows.map((row) => row.meansP));
  }
  return [
    { metric: 'ks', dialect: 'python', scores: d },
    { metric: 'ks', dialect: 'java', scores: p },
    { metric: 'compare-means', dialect: 'python', scores: t },
    { metric: 'compare-means', dialect: 'java', scores: meansP },
  ];
}
