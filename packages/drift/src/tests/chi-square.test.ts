import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
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
