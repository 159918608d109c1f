import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { goodnessOfFit } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { countSide, resultOf } from '../testing/count-sides.ts';
import { contingency } from '../testing/scipy-tests.ts';

const counts = (text: string) => text.split(' ').map(Number);
const categories = ['a', 'b', 'c', 'd', 'e'];

describe('agrees with scipy 1.17.1', () => {
  test.each(contingency)(
    'chi2_contingency of %s v %s, correction %i',
    (...[reference, current, correction, value, p, df]) => {
      const side = (text: string) => ({ categories: categories.slice(0, counts(text).length), counts: counts(text) });
      const result = compare('chi-square', side(reference), side(current), { correction: correction === 1 });
      expect(result).toMatchObject({ df });
      expectClose('value' in result ? result.value : undefined, value, 1e-9);
      expectClose('value' in result ? result.pValue : undefined, p);
      expectClose('value' in result ? totalOf(result.terms ?? []) : undefined, value, 1e-9);
    }
  );
  test.each(goodnessOfFit)('chisquare of %s v %s', (...[reference, current, value, p, , , df]) => {
    const result = resultOf(
      compare('chi-square', countSide(reference), countSide(current), { form: 'goodness-of-fit' })
    );
    expect(result.df).toBe(df);
    expectClose(result.value, value);
    expectClose(result.pValue, p);
    expectClose(totalOf(result.terms ?? []), value);
  });
});

describe('goodness of fit', () => {
  const fit = (reference: number[], current: number[]) =>
    compare('chi-square', countSide(reference), countSide(current), { form: 'goodness-of-fit' });
  test('is infinite where the reference has no row, and names the categories', () => {
    const result = resultOf(fit([9, 1, 0, 0], [9, 1, 1, 1]));
    expect(result).toMatchObject({ value: Infinity, pValue: 0, df: 3 });
    expect(result.variant).toMatch(/no row in "c2" and 1 more$/);
    expect(Array.from(result.terms ?? []).slice(2)).toEqual([Infinity, Infinity]);
  });
  test('of bins names the bin', () => {
    const side = (counts: number[]) => ({ edges: [0, 1, 2], counts });
    const result = resultOf(compare('chi-square', side([3, 0]), side([3, 1]), { form: 'goodness-of-fit' }));
    expect(result.variant).toContain('the bin from 1 to 2');
  });
  test('leaves out what is empty on both sides, and takes what only the current side lacks', () => {
    expect(resultOf(fit([30, 0, 10], [40, 0, 0]))).toMatchObject({ df: 1, value: 100 / 30 + 10 });
  });
  test('takes the reference as known, so that its rows do not count', () => {
    expect(resultOf(fit([3, 4], [30, 50])).value).toBeCloseTo(resultOf(fit([3000, 4000], [30, 50])).value, 12);
  });
});

describe('counts', () => {
  test.each([[[1, -2]], [[1, NaN]], [[Infinity, 1]]])('%j are none', (counts) => {
    for (const name of ['chi-square', 'g-test', 'cramers-v', 'fisher-exact', 'z-proportions'] as const) {
      expect(compare(name, countSide(counts), countSide([1, 2]))).toMatchObject({ error: 'not defined' });
      expect(compare(name, countSide([1, 2]), countSide(counts))).toMatchObject({
        error: 'not defined',
        message: expect.stringContaining('current'),
      });
    }
  });
  test('may be fractions', () => {
    expect(resultOf(compare('chi-square', countSide([0.5, 1.5, 2]), countSide([5, 15, 20]))).value).toBeCloseTo(0, 12);
  });
});

describe('categories', () => {
  test('are counted from rows, missing ones apart, new ones after the known', () => {
    const result = compare('chi-square', ['x', 'y', null, 'x'], ['y', 'z', 'z', null, null]);
    expect(result).toMatchObject({
      categories: ['x', 'y', 'z'],
      nReference: 3,
      nCurrent: 3,
      missingReference: 1,
      missingCurrent: 2,
      df: 2,
    });
  });
  test('in another order give the same χ²', () => {
    const reference = { categories: ['a', 'b', 'c'], counts: [10, 20, 30] };
    const current = { categories: ['c', 'a', 'b'], counts: [18, 12, 30] };
    const sorted = { categories: ['a', 'b', 'c'], counts: [12, 30, 18] };
    expect(compare('chi-square', reference, current)).toEqual(compare('chi-square', reference, sorted));
  });
  test('one for all rows cannot differ', () => {
    expect(compare('chi-square', ['x', 'x'], ['x'])).toMatchObject({ value: 0, pValue: 1, df: 0 });
  });
  test('without rows on one side are no data', () => {
    expect(compare('chi-square', ['x'], [null])).toMatchObject({ error: 'no data' });
  });
});
