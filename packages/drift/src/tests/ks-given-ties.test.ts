import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { bridgePastBound } from '../special-functions/bridge-at-points.ts';
import { expectClose } from '../testing/close.ts';
import { countAlarms, windowsWithoutDrift } from '../testing/no-drift.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { bridgeAtPoints } from '../testing/tied-ks-tables.ts';
import { lawGivenTies } from './ks-given-ties.ts';
import { ksPValue } from './ks-p-value.ts';
import { pooledRanks } from './pooled-ranks.ts';

function lawOf(reference: Float64Array, current: Float64Array) {
  const ranks = pooledRanks(reference, current);
  return isDriftError(ranks) ? undefined : lawGivenTies(ranks);
}

describe('the Brownian bridge at a few points', () => {
  test.each(bridgeAtPoints)('%j past %d', (points, bound, expected) => {
    // The independent numbers of several points are 1 − a probability: their absolute error counts.
    expect(Math.abs(bridgePastBound(points, bound) - expected)).toBeLessThan(1e-9 * expected + 1e-11);
  });
  test('far tails keep their digits: one point at 30 standard deviations is 2 · P(Z > 30)', () => {
    // 2 · scipy.stats.norm.sf(30), scipy 1.17.1
    expectClose(bridgePastBound([0.5], 15), 9.813427854295816e-198);
  });
  test('ever more points come to Kolmogorov’s law from below', () => {
    const at = (count: number) =>
      bridgePastBound(
        Array.from({ length: count }, (_, k) => (k + 1) / (count + 1)),
        1.2
      );
    const limit = ksPValue(1.2 / Math.sqrt(5e8), 1e9, 1e9, 'limit');
    const rising = [at(10), at(50), at(250), limit];
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(at(250) / limit).toBeGreaterThan(0.8);
  });
});

test('rows without ties, and of many values, take the law for continuous values', () => {
  const [a, b] = [seededSample('bell', 2000, 1), seededSample('bell', 1500, 2)];
  expect(lawOf(a, b)).toBeUndefined();
  expect(compare('ks', a, b, { method: 'given-ties' })).toEqual(compare('ks', a, b));
  const rounded = (rows: Float64Array) => rows.map((x) => Math.round(x * 200));
  expect(lawOf(rounded(a), rounded(b))).toBeUndefined();
});

test('past the critical D, and only there, p is under alpha', () => {
  const random = seededRandom(9);
  for (const [n, m] of [
    [40, 55],
    [700, 900],
  ] as const) {
    const rows = (count: number) => Float64Array.from({ length: count }, () => random.below(15));
    const law = lawOf(rows(n), rows(m));
    for (const alpha of [0.2, 0.05, 0.001]) {
      const limit = law?.critical(alpha) ?? NaN;
      expect(law?.pValue(limit + 0.6 / (n * m) + 1e-8)).toBeLessThan(alpha);
      expect(law?.pValue(limit - 0.6 / (n * m) - 1e-8)).toBeGreaterThanOrEqual(alpha);
    }
  }
});

describe('rounded values are judged neither too cautiously nor too boldly', () => {
  test.each([
    [60, 80, 400],
    [900, 700, 300],
  ])('%i v %i', (n, m, windows) => {
    const share = (method: 'given-ties' | 'auto') =>
      countAlarms(windowsWithoutDrift('ties', [n, m], { windows, seed: 21 }), (reference, current) => {
        const ks = compare('ks', reference, current, { method });
        return isDriftError(ks) ? undefined : (ks.pValue ?? 1) < 0.05;
      }).share;
    // Three standard errors of 5 % over 300 windows are 3.8 points.
    expect(share('given-ties')).toBeGreaterThan(0.012);
    expect(share('given-ties')).toBeLessThan(0.088);
    expect(share('auto')).toBeLessThan(share('given-ties'));
  });
});

test('a shift of rounded values has a smaller p than by the law for continuous values', () => {
  const rounded = (seed: number, shift: number) =>
    shifted(seededSample('bell', 400, seed), shift).map((x) => Math.round(x * 2));
  const [reference, current] = [rounded(1, 0), rounded(2, 0.17)];
  const p = (method: 'given-ties' | 'auto') => {
    const ks = compare('ks', reference, current, { method });
    return isDriftError(ks) ? NaN : (ks.pValue ?? NaN);
  };
  expect(p('given-ties')).toBeLessThan(p('auto'));
});
