import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { gContingency, gNearlyAlike, goodnessOfFit } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { countSide, resultOf } from '../testing/count-sides.ts';
import type { GTestOptions } from './g-test.ts';

const g = (a: string | readonly number[], b: string | readonly number[], options: GTestOptions = {}) =>
  resultOf(compare('g-test', countSide(a), countSide(b), options));

describe('agrees with scipy 1.17.1', () => {
  test.each(gContingency)('contingency of %s v %s, correction %i', (...[a, b, correction, value, p, df]) => {
    const result = g(a, b, { correction: correction === 1 });
    expect(result.df).toBe(df);
    expectClose(result.value, value);
    expectClose(result.pValue, p);
    expectClose(totalOf(result.terms ?? []), value);
  });
  test.each(goodnessOfFit)('goodness of fit of %s v %s', (...[a, b, , , value, p, df]) => {
    const result = g(a, b, { form: 'goodness-of-fit' });
    expect(result.df).toBe(df);
    expectClose(result.value, value);
    expectClose(result.pValue, p);
    expectClose(totalOf(result.terms ?? []), value);
  });
});

test.each(gNearlyAlike)('keeps the digits of %s v %s (mpmath 1.4.1)', (...[a, b, value, p]) => {
  const result = g(a, b, { correction: false });
  expectClose(result.value, value);
  expectClose(result.pValue, p);
});

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
  test('terms are not negative; the same from the other side; twice the rows, twice G', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
        const result = g(a, b, { correction: false });
        const double = (x: readonly number[]) => x.map((count) => count * 2);
        expect(Math.min(...(result.terms ?? []))).toBeGreaterThanOrEqual(0);
        expect(g(b, a, { correction: false }).value).toBeCloseTo(result.value, 9);
        expect(g(double(a), double(b), { correction: false }).value).toBeCloseTo(2 * result.value, 9);
      })
    );
  });
  test('is near χ² for small drift', () => {
    const [a, b] = [
      [3000, 4000, 5000],
      [3030, 3980, 4990],
    ];
    const chiSquare = resultOf(compare('chi-square', countSide(a ?? []), countSide(b ?? [])));
    expect(g(a ?? [], b ?? []).value / chiSquare.value).toBeCloseTo(1, 3);
  });
  test('equal shares give exactly 0, and p 1', () => {
    expect(g([10, 20, 30], [20, 40, 60])).toMatchObject({ value: 0, pValue: 1 });
    expect(g([10, 20, 30], [20, 40, 60], { form: 'goodness-of-fit' })).toMatchObject({ value: 0, pValue: 1 });
  });
  test('Yates’ correction never passes what is expected', () => {
    expect(g([500, 500], [500, 500.25])).toMatchObject({ value: 0 });
  });
});

test('a category that the reference lacks makes the fit infinite and is named', () => {
  const result = g([10, 0, 5], [10, 1, 5], { form: 'goodness-of-fit' });
  expect(result).toMatchObject({ value: Infinity, pValue: 0, df: 2 });
  expect(result.variant).toContain('"c1"');
  expect(g([10, 0, 5], [10, 0, 5], { form: 'goodness-of-fit' }).df).toBe(1);
});
