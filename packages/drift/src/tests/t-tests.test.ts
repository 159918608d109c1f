import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { tPairs } from '../testing/scipy-tests.ts';

describe('agrees with scipy 1.17.1', () => {
  test.each(tPairs)('ttest_ind of %s %i v %i, + %f × %f, %s', (...[shape, n, m, shift, scale, name, t, p, df]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const result = compare(name, reference, current);
    expectClose('value' in result ? result.value : undefined, t);
    expectClose('value' in result ? result.pValue : undefined, p);
    expectClose('value' in result ? result.df : undefined, df);
  });
});

describe('t is signed, reference minus current', () => {
  test('negative where the current mean is higher', () => {
    expect(compare('welch-t', [1, 2, 3], [11, 12, 13])).toMatchObject({ value: expect.closeTo(-12.24744871, 8) });
  });
  test('turns its sign with the sides', () => {
    const rows = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(rows, rows, fc.constantFrom('welch-t', 'student-t'), (a, b, name) => {
        const [there, back] = [compare(name, a, b), compare(name, b, a)];
        if ('value' in there && 'value' in back) {
          expect(there.value + back.value).toBe(0);
          expect(there.pValue).toBe(back.pValue);
        } else {
          expect(there).toEqual(back);
        }
      })
    );
  });
});

describe('rows that are no numbers, and samples without spread', () => {
  test('missing values are left out and counted', () => {
    const result = compare('welch-t', [1, NaN, 2, 3], [2, 3, null, 5]);
    expect(result).toMatchObject({ nReference: 3, nCurrent: 3, missingReference: 1, missingCurrent: 1 });
    // scipy 1.17.1: ttest_ind([1, 2, 3], [2, 3, 5], equal_var=False)
    expectClose('value' in result ? result.value : undefined, -1.2649110640673515);
  });
  test('two different constants: t is infinite, p is 0', () => {
    expect(compare('welch-t', [1, 1, 1], [2, 2])).toMatchObject({ value: -Infinity, pValue: 0 });
    expect(compare('student-t', [2, 2, 2], [1, 1])).toMatchObject({ value: Infinity, pValue: 0 });
  });
  test('says what is wrong', () => {
    expect(compare('welch-t', [1], [1, 2])).toMatchObject({ error: 'too few rows' });
    expect(compare('welch-t', [3, 3], [3, 3])).toMatchObject({ error: 'not defined' });
    expect(compare('welch-t', [3, Infinity], [3, 3])).toMatchObject({ error: 'not defined' });
    expect(compare('student-t', ['a'], [3, 3])).toMatchObject({ error: 'not numeric' });
  });
});
