import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { doubleText, floatText } from './number-text.ts';

describe('numbers as Java writes them', () => {
  // From the rules of Double.toString and Float.toString, and the constants MAX_VALUE and MIN_VALUE.
  it.each([
    [1, '1.0'],
    [-0.5, '-0.5'],
    [0, '0.0'],
    [-0, '-0.0'],
    [0.001, '0.001'],
    [0.000123, '1.23E-4'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [123456789.5, '1.234567895E8'],
    [1.7976931348623157e308, '1.7976931348623157E308'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('%d is %s', (value, text) => expect(doubleText(value)).toBe(text));

  it.each([
    [0.1, '0.1'],
    [3.4028234663852886e38, '3.4028235E38'],
    [16777216, '1.6777216E7'],
    [0.19013396, '0.19013396'],
  ])('the float nearest to %d is %s', (value, text) => expect(floatText(Math.fround(value))).toBe(text));

  it('lead back to the number', () => {
    fc.assert(fc.property(fc.double(), (value) => Object.is(Number(doubleText(value)), value)));
    fc.assert(fc.property(fc.float(), (value) => Object.is(Math.fround(Number(floatText(value))), value)));
  });
});
