import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { mmdOfThreeFeatures, mmdP, mmdPairs } from '../testing/mmd-tables.ts';
import { samplesOf } from '../testing/pairs.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { kthSmallest } from './kth-smallest.ts';
import { mmdOfRows } from './mmd.ts';
import type { MmdOptions } from './mmd.ts';

function numbers(result: Comparison | DriftError): Comparison {
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

const bare: MmdOptions = { permutations: 0 };

describe('agrees with whole kernel matrices in numpy', () => {
  test.each(mmdPairs)('%s %i v %i, + %f × %f, σ %s, %s', (...[shape, n, m, shift, scale, sigma, estimator, value]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const found = numbers(compare('mmd', reference, current, { ...bare, sigma, estimator }));
    // A difference of means near 1: rounding of 1e-15 stays, however small it is.
    expect(Math.abs(found.value - value)).toBeLessThan(1e-9 * Math.abs(value) + 1e-14);
    expect(found.pValue).toBeUndefined();
  });
  test.each(mmdOfThreeFeatures)('three features: %s %i v %i, + %f × %f', (...[shape, n, m, shift, scale, value]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const [p, q] = [
      [reference, seededSample(shape, n, 3), seededSample('bell', n, 5)],
      [current, seededSample(shape, m, 4), seededSample('bell', m, 6)],
    ];
    expect(Math.abs(numbers(mmdOfRows(p, q, bare)).value - value)).toBeLessThan(1e-9 * Math.abs(value) + 1e-14);
  });
  test.each(mmdP)('p of %s %i v %i, + %f × %f', (...[shape, n, m, shift, scale, p]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const found = numbers(compare('mmd', reference, current, { permutations: 3999 }));
    expect(Math.abs((found.pValue ?? NaN) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 3400) + 1 / 4000);
  });
});

describe('the permutation p', () => {
  test('holds its level without drift', () => {
    const random = seededRandom(12);
    const rounds = 400;
    let [rejected, low] = [0, 1];
    for (let round = 0; round < rounds; round++) {
      const side = (rows: number) => Float64Array.from({ length: rows }, () => random.uniform() ** 3);
      const { pValue = NaN } = numbers(compare('mmd', side(20), side(15), { permutations: 59, seed: round }));
      rejected += pValue <= 0.1 ? 1 : 0;
      low = Math.min(low, pValue);
    }
    // 40 of 400 expected, standard deviation 6.
    expect(Math.abs(rejected - 40)).toBeLessThan(24);
    expect(low).toBe(1 / 60);
  });
  test('is the same for a seed, in any order of the rows, and differs between seeds', () => {
    const [a, b] = [seededSample('bell', 300, 3), seededSample('bell', 260, 4)];
    const options = { sampleSize: 100, seed: 3 };
    const found = compare('mmd', a, b, options);
    expect(compare('mmd', a, b, options)).toEqual(found);
    expect(compare('mmd', sortedSample(a), [...b].reverse(), options)).toEqual(found);
    expect(compare('mmd', a, b, { ...options, seed: 4 })).not.toEqual(found);
    expect(found).toMatchObject({ nReference: 300, nCurrent: 260 });
    expect(numbers(found).variant).toContain('on 100 v 100 rows drawn at random');
  });
  test('is 1 where every order gives the same, and may be 0 only by the bare share', () => {
    expect(numbers(compare('mmd', [1, 1, 2, 2], [1, 2], {})).pValue).toBeGreaterThan(0.2);
    const apart = [seededSample('bell', 30, 3), seededSample('bell', 30, 4).map((x) => x + 9)] as const;
    expect(numbers(compare('mmd', ...apart)).pValue).toBe(1 / 200);
    expect(numbers(compare('mmd', ...apart, { addOne: false })).pValue).toBe(0);
  });
});

describe('laws', () => {
  const rows = fc.array(
    fc.integer({ min: -9000, max: 9000 }).map((x) => x / 1000),
    { minLength: 2, maxLength: 20 }
  );
  test('the same from the other side; biased never below 0, 0 for a sample and itself', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        fc.pre(new Set([...a, ...b]).size > 1);
        const [there, back] = [numbers(compare('mmd', a, b, bare)), numbers(compare('mmd', b, a, bare))];
        expect(Math.abs(there.value - back.value)).toBeLessThan(1e-13);
        const biased = { ...bare, estimator: 'biased' } as const;
        expect(numbers(compare('mmd', a, b, biased)).value).toBeGreaterThan(-1e-13);
        const widths = { ...biased, sigma: 2 };
        expect(Math.abs(numbers(compare('mmd', a, a, widths)).value)).toBeLessThan(1e-13);
        expect(there.value).toBeGreaterThanOrEqual(-1 - 1e-13);
      })
    );
  });
  test('one column is the plain test; turning the axes changes nothing', () => {
    const [a, b] = [seededSample('bell', 40, 3), seededSample('bell', 30, 4)];
    const [c, d] = [seededSample('skew', 40, 5), seededSample('skew', 30, 6)];
    const one = numbers(mmdOfRows([a], [b], bare)).value;
    expectClose(one, numbers(compare('mmd', a, b, bare)).value, 1e-12);
    const turn = (x: Float64Array, y: Float64Array) => [
      x.map((u, i) => 0.6 * u - 0.8 * (y[i] ?? NaN)),
      x.map((u, i) => 0.8 * u + 0.6 * (y[i] ?? NaN)),
    ];
    const two = numbers(mmdOfRows([a, c], [b, d], bare)).value;
    expectClose(numbers(mmdOfRows(turn(a, c), turn(b, d), bare)).value, two, 1e-9);
  });
  test('the k-th smallest is that of the sorted numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 50 }),
        fc.nat(),
        (values, seed) => {
          const k = seed % values.length;
          expect(kthSmallest(Float64Array.from(values), k)).toBe(Float64Array.from(values).sort()[k]);
        }
      )
    );
  });
});

describe('says what is wrong', () => {
  test('few rows, infinite values, a constant, text, bins, a width that is none', () => {
    expect(compare('mmd', [1], [1, 2])).toMatchObject({ error: 'too few rows' });
    expect(compare('mmd', [1, 2], [1, NaN])).toMatchObject({ error: 'too few rows' });
    expect(compare('mmd', [1, Infinity], [1, 2])).toMatchObject({ error: 'not defined' });
    expect(compare('mmd', [1, 1], [1, 1])).toMatchObject({ error: 'not defined' });
    expect(compare('mmd', ['a', 'b'], [1, 1])).toMatchObject({ error: 'not numeric' });
    expect(compare('mmd', { edges: [0, 1], counts: [3] }, [1, 1])).toMatchObject({ error: 'not numeric' });
    expect(compare('mmd', [1, 2], [1, 2], { sigma: 0 })).toMatchObject({ error: 'not defined' });
    expect(compare('mmd', [1, 2], [1, 2], { sampleSize: 1 })).toMatchObject({ error: 'not defined' });
    expect(mmdOfRows([], [])).toMatchObject({ error: 'not defined' });
    expect(mmdOfRows([[1, 2]], [[1, 2], [3]])).toMatchObject({ error: 'not defined' });
  });
  test('rows with a missing value in any column are left out and counted', () => {
    const found = mmdOfRows(
      [
        [1, 2, NaN, 4],
        [1, null, 3, 5],
      ],
      [
        [1, 2, 3],
        [1, 2],
      ],
      bare
    );
    expect(found).toMatchObject({ nReference: 2, nCurrent: 2, missingReference: 2, missingCurrent: 1 });
  });
  test('more than half of the rows tied: the mean distance gives the width', () => {
    const found = numbers(compare('mmd', [1, 1, 1, 1, 1], [1, 1, 1, 3], bare));
    // 8 of 36 pairs are 2 apart: σ² = ½ · 4 · 8 / 36.
    expect(found.variant).toContain(`σ = ${Number(Math.sqrt(16 / 36).toPrecision(4))}`);
  });
});
