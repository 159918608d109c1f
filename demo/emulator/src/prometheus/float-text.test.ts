import { expect, it } from 'vitest';
import fc from 'fast-check';
import { floatText } from './float-text.ts';

// Right column: prometheus_client 0.26 for Python, floatToGoString.
it.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [0.1, '0.1'],
  [1e-5, '1e-05'],
  [1.5e-7, '1.5e-07'],
  [0.0001, '0.0001'],
  [123456, '123456.0'],
  [999999.5, '999999.5'],
  [1e6, '1e+06'],
  [1234567, '1.234567e+06'],
  [1234567.25, '1.23456725e+06'],
  [-1234567, '-1234567.0'],
  [1e15, '1e+15'],
  [1e16, '1e+16'],
  [-1e16, '-1e+16'],
  [1795416418.7717986, '1.7954164187717986e+09'],
  [1e100, '1e+100'],
  [-36.97265812528625, '-36.97265812528625'],
  [5e-324, '5e-324'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
  [NaN, 'NaN'],
])('writes %d as %s', (value, text) => {
  expect(floatText(value)).toBe(text);
});

it('loses no digit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
      Object.is(Number(floatText(value)), value)
    )
  );
});
