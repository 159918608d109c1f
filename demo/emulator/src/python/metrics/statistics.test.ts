import { expect, it } from 'vitest';
import { ordered } from './cells.ts';
import { ksTest, meansTest } from './statistics.ts';

const floats = (...values: number[]) => Float64Array.from(values);
/** To 12 digits; NaN and infinities stay. */
const rounded = (value: number) => Number(value.toPrecision(12));

// Values: scipy 1.17.1, stats.ttest_ind(equal_var=False, nan_policy='omit').
it.each([
  ['different constants', floats(5, 5, 5, 5), floats(7, 7, 7), [-Infinity, 0]],
  ['different constants, the other way', floats(7, 7, 7, 7), floats(5, 5, 5), [Infinity, 0]],
  ['equal constants', floats(5, 5, 5, 5), floats(5, 5, 5), [NaN, NaN]],
  ['one current row', floats(1, 2, 3), floats(5), [NaN, NaN]],
  ['a NaN left out', floats(1, 2, 3), floats(NaN, 2, 5, 9), [-1.5811388300841898, 0.23741657329411398]],
  ['an infinity', floats(1, 2, Infinity), floats(4, 5, 6), [NaN, NaN]],
])('Welch with %s', (_name, reference, current, expected) => {
  const result = meansTest(reference, current, false);
  expect([result.statistic, result.p_value].map(rounded)).toEqual(expected.map(rounded));
});

// Values: scipy 1.17.1, stats.ks_2samp on object arrays.
it.each([
  ['text', ['b', 'a', 'a', 'c'], ['a', 'c', 'c'], [0.4166666666666667, 0.8857142857142858]],
  ['true and false', [true, false, true], [true, true], [1 / 3, 1]],
  ['numbers and true', [1.5, 2.5, 3.5], [true, 3], [0.5, 0.9]],
])('KS on %s', (_name, reference, current, expected) => {
  const result = ksTest(...ordered(reference, current));
  expect([result.statistic, result.p_value].map(rounded)).toEqual(expected.map(rounded));
});

it('has no KS result with a NaN, and refuses text beside numbers', () => {
  expect(ksTest(floats(1, 2, 3), floats(NaN, 2))).toEqual({ statistic: NaN, p_value: NaN });
  expect(() => ordered(['b', 1], [2, 'a'])).toThrow();
  expect(() => ordered([1, null], [2, 3])).toThrow();
});
