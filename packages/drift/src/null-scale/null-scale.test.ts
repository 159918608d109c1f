import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { drawHypergeometric } from '../random/draw-hypergeometric.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { Sample } from '../samples/sample.ts';
import { expectClose } from '../testing/close.ts';
import { countAlarms, windowsWithoutDrift } from '../testing/no-drift.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { bridgeDraws } from './bridge-draws.ts';
import { criticalValue, midPValue } from './critical-value.ts';
import { nullScale } from './null-scale.ts';
import type { NullScaleOptions } from './null-scale.ts';

function scaleOf(chosen: ChosenTest, sides: readonly [Sample, Sample], options: NullScaleOptions = {}) {
  const scale = nullScale(chosen, ...sides, options);
  if (isDriftError(scale)) {
    throw new Error(scale.message);
  }
  return scale;
}

describe('the law of a divergence', () => {
  // Ten equal bins, 500 rows a side: X = (1/500 + 1/500) χ²₀.₉₅(9) = 0.06767591041848179 (scipy 1.17.1, chi2.isf).
  const x = 0.06767591041848179;
  const edges = Array.from({ length: 11 }, (_, i) => i / 10);
  const counts = new Array<number>(10).fill(50);
  const moved = [40, 60, 50, 50, 50, 50, 50, 50, 50, 50];
  test.each<[ChosenTest, number]>([
    [{ test: 'psi' }, x],
    [{ test: 'kullback-leibler' }, x / 2],
    [{ test: 'kullback-leibler', options: { base: 2 } }, x / 2 / Math.LN2],
    [{ test: 'jensen-shannon' }, Math.sqrt(x / 8)],
    [{ test: 'jensen-shannon', options: { statistic: 'divergence' } }, x / 8],
    [{ test: 'hellinger' }, Math.sqrt(x / 8)],
    [{ test: 'bhattacharyya' }, x / 8],
  ])('$test $options', (chosen, limit) => {
    const scale = scaleOf(chosen, [
      { edges, counts },
      { edges, counts: moved },
    ]);
    expect(scale.method).toBe('asymptotic');
    expectClose(scale.limit.value, limit, 1e-12);
    // PSI 2 · 0.02 ln 1.5… / …: all of them stand for Σ (q − p)² / p ≈ 0.008 of 0.0677, so p is near 1.
    expect(scale.pValue).toBeGreaterThan(0.9);
  });
});

test('the Brownian bridge: W² has the 5 % point 0.46136 (Anderson & Darling 1952), ∫ |B| the mean √(π/32)', () => {
  const pooled = Float64Array.from({ length: 4001 }, (_, i) => i / 4000);
  const wanted = { sizes: [2, 2], draws: 4000 } as const;
  const squares = bridgeDraws(pooled, { ...wanted, power: 2 }, seededRandom(5));
  // Relative standard error of the 95 % point from 4,000 draws: about 2.5 %.
  expect((squares[3800] ?? NaN) / 0.46136).toBeGreaterThan(0.92);
  expect((squares[3800] ?? NaN) / 0.46136).toBeLessThan(1.08);
  const areas = bridgeDraws(pooled, { ...wanted, power: 1 }, seededRandom(6));
  const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  // Standard deviation of ∫ |B| is 0.136 (Shepp 1982): standard error 0.0022.
  expect(Math.abs(mean - Math.sqrt(Math.PI / 32))).toBeLessThan(0.009);
});

test('balls drawn from an urn have the hypergeometric law', () => {
  const random = seededRandom(3);
  const seen = [0, 0, 0, 0];
  for (let draw = 0; draw < 20_000; draw++) {
    const marked = drawHypergeometric({ balls: 10, marked: 4 }, 3, random);
    seen[marked] = (seen[marked] ?? 0) + 1;
  }
  // C(4, k) C(6, 3 − k) / C(10, 3) = 20, 60, 36, 4 of 120; χ²₀.₉₉₉(3) = 16.27.
  const chiSquare = [20, 60, 36, 4].reduce((sum, ways, k) => {
    const expected = (ways / 120) * 20_000;
    return sum + ((seen[k] ?? 0) - expected) ** 2 / expected;
  }, 0);
  expect(chiSquare).toBeLessThan(16.27);
  // The ends of what is possible.
  expect(drawHypergeometric({ balls: 5, marked: 5 }, 3, random)).toBe(3);
  expect(drawHypergeometric({ balls: 5, marked: 0 }, 3, random)).toBe(0);
  expect(drawHypergeometric({ balls: 5, marked: 2 }, 5, random)).toBe(2);
});

describe('the limit of drawn values', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, i) => i);
  test('is passed by the share nearest to alpha', () => {
    const critical = criticalValue(hundred, 0.05);
    expect(critical).toMatchObject({ level: 0.05 });
    expect(isDriftError(critical) ? NaN : critical.limit).toBeGreaterThanOrEqual(94);
    expect(isDriftError(critical) ? NaN : critical.limit).toBeLessThan(95);
  });
  test('is refused where values are so few that no share comes near', () => {
    const coin = Float64Array.from({ length: 1000 }, (_, i) => (i < 800 ? 0 : 1));
    expect(criticalValue(coin, 0.05)).toMatchObject({ error: 'too few rows' });
    expect(criticalValue(new Float64Array(1000), 0.05)).toMatchObject({ error: 'too few rows' });
  });
  test('goes with the mid-p: half of the draws that are equal', () => {
    const half = Float64Array.from([0, 0, 1, 1, 1, 1, 2, 2, 2, 3]);
    expect(midPValue(2, half)).toBeCloseTo((1 + 1.5 + 0.5) / 11, 12);
    expect(midPValue(9, half)).toBeCloseTo(0.5 / 11, 12);
  });
});

describe.each<ChosenTest>([
  { test: 'psi' },
  { test: 'total-variation' },
  { test: 'wasserstein', options: { scale: 'reference-sd' } },
  { test: 'energy' },
  { test: 'jensen-shannon', options: { method: 'hist' } },
])('$test of few rows', (chosen) => {
  const share = (windows: number) =>
    countAlarms(windowsWithoutDrift('ties', [40, 60], { windows, seed: 11 }), (reference, current, seed) => {
      const scale = nullScale(chosen, reference, current, { draws: 99, seed });
      if (isDriftError(scale)) {
        return undefined;
      }
      const past = scale.comparison.value > scale.limit.value;
      // One verdict, whichever of the two is looked at.
      expect(scale.pValue < 0.05).toBe(past);
      return past;
    });
  test('about 5 % of windows without drift are past the limit, and p says the same', () => {
    const { share: found, tooFew } = share(250);
    // Three standard errors of 5 % over 250 windows are 4.1 points.
    expect(found).toBeGreaterThan(0.009);
    expect(found).toBeLessThan(0.091);
    expect(tooFew).toBeLessThan(25);
  });
});

describe('is the same for a seed', () => {
  const sides = [seededSample('skew', 50, 1), seededSample('skew', 60, 2)] as const;
  test('and differs a little for another', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => scaleOf({ test: 'wasserstein' }, sides, { seed, draws: 199 }));
    expect(a).toEqual(b);
    expect(c?.limit.value).not.toBe(a?.limit.value);
  });
});

describe('says what is wrong', () => {
  const numbers = seededSample('bell', 40, 1);
  test.each<[string, ChosenTest, [Sample, Sample], NullScaleOptions & { error: string }]>([
    [
      'a coefficient',
      { test: 'bhattacharyya', options: { statistic: 'coefficient' } },
      [['a'], ['b']],
      { error: 'not defined' },
    ],
    ['a signed test', { test: 'welch-t' }, [numbers, numbers], { error: 'not defined' }],
    ['no law', { test: 'total-variation' }, [numbers, numbers], { method: 'asymptotic', error: 'not defined' }],
    ['two rows', { test: 'psi' }, [['a', 'b'], ['a']], { error: 'too few rows' }],
    [
      'rates',
      { test: 'total-variation' },
      [{ categories: ['a', 'b'], counts: [1.5, 2] }, ['a', 'b']],
      { error: 'not defined' },
    ],
    ['nothing', { test: 'psi' }, [[], numbers], { error: 'no data' }],
    ['weights', { test: 'psi' }, [{ values: [1, 2], weights: [1, 2] }, numbers], { error: 'not defined' }],
  ])('%s', (_, chosen, [reference, current], { error, ...options }) => {
    expect(nullScale(chosen, reference, current, options)).toMatchObject({ error });
  });
});

test.each([{ draws: -1 }, { draws: NaN }, { draws: 1e12 }, { alpha: NaN }, { alpha: 0 }, { alpha: 1 }])(
  'options that make no sense are refused by name: %o',
  (options) => {
    const result = nullScale({ test: 'energy' }, [1, 2, 3, 4], [2, 3, 4, 9], options);
    expect(result).toMatchObject({
      error: 'not defined',
      message: expect.stringContaining(Object.keys(options)[0] ?? ''),
    });
  }
);

describe('many rows by the bridge', () => {
  const long = (scale: number, seed: number) => seededSample('bell', 3000, seed).map((x) => x * scale);
  test('of one constant on both sides have no spread to judge by, whatever the scale', () => {
    const rows = new Float64Array(3000).fill(7);
    const scale = nullScale({ test: 'wasserstein', options: { scale: 'range' } }, rows, rows);
    expect(scale).toMatchObject({ error: 'too few rows' });
  });
  test('have the same scale at any magnitude', () => {
    const chosen: ChosenTest = { test: 'wasserstein', options: { scale: 'reference-sd' } };
    const [small, great] = [1, 1e200].map((unit) => scaleOf(chosen, [long(unit, 1), long(unit, 2)], { draws: 99 }));
    expectClose(great?.limit.value, small?.limit.value ?? NaN, 1e-9);
  });
});
