import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { EmptyBins } from './psi.ts';
import { psiLimit } from './psi-limit.ts';

const side = (counts: number[]) => ({ categories: counts.map((_, i) => `c${i}`), counts });
const psi = (reference: number[], current: number[], emptyBins?: EmptyBins) =>
  compare('psi', side(reference), side(current), emptyBins ? { emptyBins } : {});

function limitOf(...sizes: Parameters<typeof psiLimit>): number {
  const limit = psiLimit(...sizes);
  return isDriftError(limit) ? NaN : limit;
}

describe('worked by hand', () => {
  // Shares 0.5 0.3 0.2 v 0.4 0.4 0.2: (−0.1) ln 0.8 + 0.1 ln (4/3)
  test('three categories', () => {
    const result = psi([50, 30, 20], [40, 40, 20]);
    const expected = [-0.1 * Math.log(0.8), 0.1 * Math.log(4 / 3), 0] as const;
    expectClose('value' in result ? result.value : NaN, expected[0] + expected[1], 1e-12);
    expect('terms' in result && Array.from(result.terms ?? []).map((x) => x.toFixed(12))).toEqual(
      expected.map((x) => x.toFixed(12))
    );
  });
  // Shares 0.5 0.5 0 v 0.4 0.4 0.2
  const common = 2 * (-0.1 * Math.log(0.8));
  test.each<[EmptyBins, number]>([
    ['floor', common + (0.2 - 1e-4) * Math.log(0.2 / 1e-4)],
    ['omit', common],
    ['infinite', Infinity],
    ['add-one', 2 * (41 / 103 - 51 / 103) * Math.log(41 / 51) + (20 / 103) * Math.log(21)],
    [
      'floor-renormalised',
      2 * (0.4 - 0.5 / 1.0001) * Math.log(0.4 / (0.5 / 1.0001)) +
        (0.2 - 1e-4 / 1.0001) * Math.log(0.2 / (1e-4 / 1.0001)),
    ],
  ])('an empty bin by the rule %s', (rule, expected) => {
    const result = psi([50, 50, 0], [40, 40, 20], rule);
    expectClose('value' in result ? result.value : NaN, expected, 1e-12);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 4 });
  const rule = fc.constantFrom<EmptyBins>('floor', 'floor-renormalised', 'add-one', 'omit');
  test('terms are not negative and add up; both sides give the same; identical shares give 0', () => {
    fc.assert(
      fc.property(counts, counts, rule, (a, b, emptyBins) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
        const there = psi(a, b, emptyBins);
        const back = psi(b, a, emptyBins);
        if (isDriftError(there) || isDriftError(back)) {
          throw new Error('no value');
        }
        expect(Math.min(...(there.terms ?? []))).toBeGreaterThanOrEqual(0);
        expect(totalOf(there.terms ?? [])).toBe(there.value);
        expect(there.value).toBeCloseTo(back.value, 12);
        expect(
          psi(
            a,
            a.map((x) => x * 3),
            'floor'
          )
        ).toMatchObject({ value: expect.closeTo(0, 12) });
      })
    );
  });
});

describe('the limit', () => {
  // (1/500 + 1/500) · χ²₀.₉₅(9) = 0.004 · 16.918977604620448 (scipy 1.17.1 chi2.isf)
  test('is (1/n + 1/m) χ²', () => {
    expectClose(limitOf(10, 500, 500), 0.06767591041848179, 1e-12);
  });
  test('needs twenty expected rows in every bin', () => {
    expect(psiLimit(10, 30, 5000)).toMatchObject({ error: 'too few rows' });
    expect(psiLimit([0.01, 0.99], 1900, 5000)).toMatchObject({ error: 'too few rows' });
    expect(psiLimit(10, 200, 200)).toBeGreaterThan(0.16);
    expect(psiLimit(1, 500, 500)).toMatchObject({ error: 'not defined' });
  });
  test('is passed by about 5 % of samples that did not drift, in bins fixed beforehand', () => {
    const edges = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    const limit = limitOf(10, 300, 200);
    let past = 0;
    const runs = 1000;
    for (let run = 0; run < runs; run++) {
      const rows = seededSample('uniform', 500, 7919 * run + 1);
      const result = compare('psi', rows.subarray(0, 300), rows.subarray(300), { edges });
      past += 'value' in result && result.value > limit ? 1 : 0;
    }
    // Four standard errors of a 5 % share are ± 2.8 points.
    expect(past / runs).toBeGreaterThan(0.022);
    expect(past / runs).toBeLessThan(0.078);
  });
});
