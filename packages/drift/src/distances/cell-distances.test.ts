import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalWidthBins } from '../bins/equal-width-bins.ts';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { emptyBinRules, nearAndFar, relativeEntropies } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { countSide, resultOf } from '../testing/count-sides.ts';
import { frourosDistances } from '../testing/frouros-tables.ts';
import { samplesOf } from '../testing/pairs.ts';
import type { KullbackLeiblerOptions } from './kullback-leibler.ts';

type Side = string | readonly number[];
const kl = (a: Side, b: Side, options: KullbackLeiblerOptions = {}) =>
  resultOf(compare('kullback-leibler', countSide(a), countSide(b), options));

/** Sums of addends of either sign lose digits against the largest of them, here as in scipy. */
const expectSum = (actual: number, expected: number) =>
  expected === actual || expect(Math.abs(actual - expected)).toBeLessThan(1e-9 * Math.abs(expected) + 1e-15);

describe('agrees with scipy 1.17.1 and numpy 2.4.6', () => {
  test.each(relativeEntropies)('rel_entr of %s v %s', (...[a, b, current, reference, bits]) => {
    const emptyBins = 'infinite';
    expectSum(kl(a, b, { emptyBins }).value, current);
    expectSum(kl(a, b, { emptyBins, direction: 'reference-from-current' }).value, reference);
    expectSum(kl(a, b, { emptyBins, base: 2 }).value, bits);
  });
  test.each(emptyBinRules)('empty bins of %s v %s by the rule %s', (...[a, b, emptyBins, psi, current, reference]) => {
    expectClose(resultOf(compare('psi', countSide(a), countSide(b), { emptyBins })).value, psi);
    expectSum(kl(a, b, { emptyBins }).value, current);
    expectSum(kl(a, b, { emptyBins, direction: 'reference-from-current' }).value, reference);
  });
});

test.each(nearAndFar)('keeps the digits of %s v %s (mpmath 1.4.1)', (...[a, b, jensenShannon, bhattacharyya]) => {
  const sides = [countSide(a), countSide(b)] as const;
  expectClose(resultOf(compare('jensen-shannon', ...sides, { statistic: 'divergence' })).value, jensenShannon);
  expectClose(resultOf(compare('bhattacharyya', ...sides)).value, bhattacharyya);
});

test.each(frourosDistances)(
  'agrees with frouros 0.9.0: %s %i v %i, + %f × %f',
  (...[shape, n, m, shift, scale, apart, intersection, hellinger, psi]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const all = [...reference, ...current];
    const edges = equalWidthBins(Math.min(...all), Math.max(...all), 12);
    const value = (name: 'histogram-intersection' | 'hellinger') =>
      resultOf(compare(name, reference, current, { edges })).value;
    const coefficient = resultOf(compare('bhattacharyya', reference, current, { edges, statistic: 'coefficient' }));
    expectClose(1 - coefficient.value, apart);
    expectClose(value('histogram-intersection'), intersection);
    expectClose(value('hellinger'), hellinger);
    expectClose(resultOf(compare('psi', reference, current, { edges, floor: 2 ** -1022 })).value, psi);
  }
);

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 });
  const pair = fc.tuple(counts, counts).filter(([a, b]) => totalOf(a) > 0 && totalOf(b) > 0);
  test('Kullback–Leibler: terms add up, both directions change places with the sides, never below 0, and their sum is PSI', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const there = kl(a, b);
        const back = kl(a, b, { direction: 'reference-from-current' });
        expect(totalOf(there.terms ?? [])).toBe(there.value);
        expect(kl(b, a).value).toBe(back.value);
        expect(there.value).toBeGreaterThanOrEqual(-1e-15);
        const psi = compare('psi', countSide(a), countSide(b), { emptyBins: 'floor-renormalised' });
        expect(there.value + back.value).toBeCloseTo(resultOf(psi).value, 10);
      })
    );
  });
  test('Kullback–Leibler: infinite only where what is coded for has no row', () => {
    const emptyBins = 'infinite';
    expect(kl([1, 1, 0], [1, 1, 1], { emptyBins }).value).toBe(Infinity);
    expectClose(kl([1, 1, 1], [1, 1, 0], { emptyBins }).value, Math.log(1.5), 1e-12);
  });
  test.each(['bhattacharyya', 'histogram-intersection', 'total-variation'] as const)(
    '%s: exactly 0 on itself, the same from the other side and after relabelling',
    (name) => {
      fc.assert(
        fc.property(pair, ([a, b]) => {
          const value = (p: readonly number[], q: readonly number[]) =>
            resultOf(compare(name, countSide(p), countSide(q))).value;
          const turned = (x: readonly number[]) => [...x].reverse();
          const there = value(a, b);
          expect(value(a, a)).toBe(0);
          expect(there).toBeGreaterThanOrEqual(0);
          if (there < Infinity) {
            expect(value(b, a)).toBeCloseTo(there, 12);
            expect(value(turned(a), turned(b))).toBeCloseTo(there, 12);
          }
        })
      );
    }
  );
  test('coefficient is 1 − Hellinger², its terms add up, and the distance is −ln of it', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const sides = [countSide(a), countSide(b)] as const;
        const coefficient = resultOf(compare('bhattacharyya', ...sides, { statistic: 'coefficient' }));
        const hellinger = resultOf(compare('hellinger', ...sides)).value;
        expect(coefficient.value).toBeCloseTo(1 - hellinger ** 2, 12);
        expect(totalOf(coefficient.terms ?? [])).toBeCloseTo(coefficient.value, 12);
        expectClose(Math.exp(-resultOf(compare('bhattacharyya', ...sides)).value), coefficient.value, 1e-12);
      })
    );
  });
  test('intersection and its distance add up to 1; terms add up to each', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const sides = [countSide(a), countSide(b)] as const;
        const apart = resultOf(compare('histogram-intersection', ...sides));
        const shared = resultOf(compare('histogram-intersection', ...sides, { statistic: 'intersection' }));
        expect(apart.value + shared.value).toBeCloseTo(1, 12);
        expect(totalOf(apart.terms ?? [])).toBe(apart.value);
        expect(totalOf(shared.terms ?? [])).toBe(shared.value);
      })
    );
  });
  test('sides apart: Bhattacharyya is infinite, the intersection 0', () => {
    const sides = [countSide([1, 2, 0]), countSide([0, 0, 3])] as const;
    expect(compare('bhattacharyya', ...sides)).toMatchObject({ value: Infinity });
    expect(compare('bhattacharyya', ...sides, { statistic: 'coefficient' })).toMatchObject({ value: 0 });
    expect(compare('histogram-intersection', ...sides, { statistic: 'intersection' })).toMatchObject({ value: 0 });
  });
});

describe('L∞', () => {
  const bins = (counts: number[]) => ({ edges: counts.map((_, i) => i).concat(counts.length), counts });
  const sides = [bins([4, 2, 2, 2]), bins([2, 4, 2, 2])] as const;
  test('of bins, cumulated or of each bin', () => {
    expectClose(resultOf(compare('l-infinity', ...sides)).value, 0.2, 1e-14);
    const far = [bins([5, 0, 0, 5]), bins([3, 2, 2, 3])] as const;
    expectClose(resultOf(compare('l-infinity', ...far, { gapOf: 'shares' })).value, 0.2, 1e-14);
    const shifted = [bins([3, 3, 2, 2]), bins([2, 2, 3, 3])] as const;
    expectClose(resultOf(compare('l-infinity', ...shifted)).value, 0.2, 1e-14);
    expectClose(resultOf(compare('l-infinity', ...shifted, { gapOf: 'shares' })).value, 0.1, 1e-14);
  });
  test('of numbers in bins that are given', () => {
    const result = compare('l-infinity', [0, 1, 2, 3], [0, 0, 0, 3], { gapOf: 'shares', edges: [0.5, 1.5, 2.5] });
    expect(result).toMatchObject({ value: 0.5 });
  });
  test('robust takes the same off both', () => {
    const [a, b] = [bins([900, 50, 50]), bins([100, 500, 400])];
    const off = 1.8 * Math.sqrt(2 / 1000);
    for (const of of ['shares', 'cumulated'] as const) {
      const plain = resultOf(compare('l-infinity', a, b, { gapOf: of })).value;
      expectClose(resultOf(compare('l-infinity', a, b, { gapOf: of, robust: true })).value, plain - off, 1e-12);
    }
  });
  test('cannot cumulate categories, and a level lies between 0 and 1', () => {
    expect(compare('l-infinity', ['a'], ['b'], { gapOf: 'cumulated' })).toMatchObject({ error: 'not defined' });
    expect(compare('l-infinity', ['a'], ['b'], { gapOf: 'shares' })).toMatchObject({ value: 1 });
    expect(compare('l-infinity', ...sides, { robust: true, alpha: 2.5 })).toMatchObject({ error: 'not defined' });
  });
});

const cellTests = [
  'psi',
  'kullback-leibler',
  'jensen-shannon',
  'hellinger',
  'total-variation',
  'bhattacharyya',
  'histogram-intersection',
  'l-infinity',
] as const;

describe.each(cellTests)('%s', (name) => {
  test.each([[[1, -1]], [[NaN, 1]], [[1, Infinity]]])('refuses the counts %j on either side', (counts) => {
    const good = countSide([1, 2]);
    const refused = (side: string) => ({ error: 'not defined', message: expect.stringContaining(side) });
    expect(compare(name, countSide(counts), good)).toMatchObject(refused('reference'));
    expect(compare(name, good, countSide(counts))).toMatchObject(refused('current'));
    expect(compare(name, { edges: [0, 1, 2], counts }, { edges: [0, 1, 2], counts: [1, 2] })).toMatchObject(
      refused('reference')
    );
  });
  test('takes rates, and refuses counts that do not fit their categories', () => {
    const rates = countSide([0.25, 0.5, 0.25]);
    expect(resultOf(compare(name, rates, countSide([1, 2, 1]))).value).toBe(0);
    expect(compare(name, { categories: ['a', 'b'], counts: [1, 2, 3] }, rates)).toMatchObject({ error: 'not defined' });
    expect(compare(name, countSide([0, 0]), rates)).toMatchObject({ error: 'no data' });
  });
});

test('a floor lies between 0 and 1', () => {
  for (const floor of [0, -1, 1, NaN]) {
    expect(compare('psi', countSide([1, 0]), countSide([1, 1]), { floor })).toMatchObject({ error: 'not defined' });
  }
});
