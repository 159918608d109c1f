import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { distancePairs } from '../testing/scipy-tests.ts';
import type { Comparison, DriftError } from '../types.ts';

const valueOf = (result: Comparison | DriftError) => ('value' in result ? result.value : NaN);
const side = (counts: number[]) => ({ categories: counts.map((_, i) => `c${i}`), counts });

describe('agrees with scipy 1.17.1', () => {
  test.each(distancePairs)('%s %i v %i, + %f × %f', (...[shape, n, m, shift, scale, raw, inSd, energy]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    expectClose(valueOf(compare('wasserstein', reference, current)), raw);
    expectClose(valueOf(compare('wasserstein', reference, current, { scale: 'reference-sd' })), inSd);
    expectClose(valueOf(compare('energy', reference, current)), energy);
  });
});

describe('worked by hand: shares 0.5 0.3 0.2 v 0.4 0.2 0.4', () => {
  const [reference, current] = [side([50, 30, 20]), side([40, 20, 40])];
  test.each([
    ['total-variation', 0.2],
    ['l-infinity', 0.2],
    ['hellinger', Math.sqrt(1 - (Math.sqrt(0.2) + Math.sqrt(0.06) + Math.sqrt(0.08)))],
  ] as const)('%s', (name, expected) => {
    expectClose(valueOf(compare(name, reference, current)), expected, 1e-12);
  });
  test('robust L∞ takes off 1.8 √(2/100), or √(−½ ln(α/2)) √(2/100)', () => {
    const robust = (alpha?: number) =>
      compare('l-infinity', side([90, 10]), side([10, 90]), { robust: true, ...(alpha ? { alpha } : {}) });
    expectClose(valueOf(robust()), 0.8 - 1.8 * Math.sqrt(0.02), 1e-12);
    expectClose(valueOf(robust(0.05)), 0.8 - Math.sqrt(-Math.log(0.025) / 2) * Math.sqrt(0.02), 1e-12);
    expect(valueOf(compare('l-infinity', reference, current, { robust: true }))).toBe(0);
  });
  test('L∞ of numbers is the KS statistic, without its p', () => {
    const result = compare('l-infinity', [1, 2, 3, 4], [3, 4, 5, 6]);
    expect(result).toMatchObject({ value: 0.5 });
    expect(result).not.toHaveProperty('pValue');
  });
  test('Wasserstein in shares of the range', () => {
    expectClose(valueOf(compare('wasserstein', [0, 2], [4, 10], { scale: 'range' })), 0.6, 1e-12);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 });
  test.each(['total-variation', 'l-infinity', 'hellinger'] as const)(
    '%s: 0 on itself, at most 1, the same from the other side and after relabelling',
    (name) => {
      fc.assert(
        fc.property(counts, counts, (a, b) => {
          fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
          const value = valueOf(compare(name, side(a), side(b)));
          expect(valueOf(compare(name, side(a), side(a)))).toBe(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(valueOf(compare(name, side(b), side(a)))).toBeCloseTo(value, 12);
          expect(valueOf(compare(name, side([...a].reverse()), side([...b].reverse())))).toBeCloseTo(value, 12);
        })
      );
    }
  );
  test('Hellinger² ≤ total variation ≤ √2 Hellinger', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
        const h = valueOf(compare('hellinger', side(a), side(b)));
        const tv = valueOf(compare('total-variation', side(a), side(b)));
        expect(h * h).toBeLessThanOrEqual(tv + 1e-12);
        expect(tv).toBeLessThanOrEqual(Math.SQRT2 * h + 1e-12);
      })
    );
  });
  test('a shift of all values is their Wasserstein distance', () => {
    const rows = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: -50, max: 50 }), (a, shift) => {
        expect(
          valueOf(
            compare(
              'wasserstein',
              a,
              a.map((x) => x + shift)
            )
          )
        ).toBeCloseTo(Math.abs(shift), 9);
      })
    );
  });
});

describe('says what is wrong', () => {
  test('infinite values have no distance', () => {
    expect(compare('wasserstein', [1, Infinity], [1])).toMatchObject({ error: 'not defined' });
    expect(compare('energy', [1], [-Infinity, 2])).toMatchObject({ error: 'not defined' });
  });
  test('a constant reference has no unit', () => {
    expect(compare('wasserstein', [3, 3], [4], { scale: 'reference-sd' })).toMatchObject({ error: 'not defined' });
    expect(compare('wasserstein', [3, 3], [4])).toMatchObject({ value: 1 });
  });
});
