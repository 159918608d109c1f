import { compare, isDriftError, normalNumbers, seededRandom } from '@soundcheck/drift';
import type { TestName } from '@soundcheck/drift';
import type { Dialect, MetricKey } from '@soundcheck/query';

/** What the services compute from 5,000 reference rows and 500 current ones, by the formulas that they publish. */

function normals(seed: number, n: number, mean: number): number[] {
  const next = normalNumbers(seededRandom(seed));
  return Array.from({ length: n }, () => mean + next());
}

const REFERENCE = normals(1, 5000, 0);
const CURRENT = { quiet: normals(2, 500, 0), up: normals(3, 500, 0.5), down: normals(4, 500, -0.5) } as const;

export type Situation = keyof typeof CURRENT;

function computed(test: TestName, what: 'value' | 'pValue', situation: Situation): number {
  const result = compare(test, REFERENCE, CURRENT[situation]);
  const number = isDriftError(result) ? undefined : result[what];
  if (number === undefined) {
    throw new Error(`${test} gives no ${what}.`);
  }
  return number;
}

/** Numbers that do not come from one column of rows: two kinds of MMD, and rates of two groups. */
const GIVEN: Partial<Record<MetricKey, Record<Situation, Partial<Record<Dialect, number>>>>> = {
  mmd: {
    quiet: { java: 0.02275, python: 0.0004 },
    up: { java: 0.9, python: 0.02 },
    down: { java: 1, python: 0.3 },
  },
  // Favourable rates 0.52 v 0.5, 0.7 v 0.5, 0.35 v 0.5.
  spd: { quiet: { java: 0.02, python: 0.02 }, up: { java: 0.2, python: 0.2 }, down: { java: -0.15, python: -0.15 } },
  dir: { quiet: { java: 1.04, python: 1.04 }, up: { java: 1.4, python: 1.4 }, down: { java: 0.7, python: 0.7 } },
  mean: { quiet: { java: 40.2, python: 40.2 }, up: { java: 46, python: 46 }, down: { java: 34, python: 34 } },
};

const TESTS: Partial<Record<MetricKey, Partial<Record<Dialect, [TestName, 'value' | 'pValue']>>>> = {
  ks: { java: ['ks', 'pValue'], python: ['ks', 'value'] },
  'ks-approximate': { java: ['ks', 'pValue'], python: ['ks', 'value'] },
  'compare-means': { java: ['java-mean-shift', 'pValue'], python: ['welch-t', 'value'] },
  'jensen-shannon': { python: ['jensen-shannon', 'value'] },
};

/** The number that a service publishes; the mean of "up" lies half a standard deviation above the reference. */
export function scoreIn(metric: MetricKey, dialect: Dialect, situation: Situation): number {
  const test = TESTS[metric]?.[dialect];
  const number = test ? computed(...test, situation) : GIVEN[metric]?.[situation][dialect];
  if (number === undefined) {
    throw new Error(`${metric} is not published by ${dialect}.`);
  }
  return number;
}
