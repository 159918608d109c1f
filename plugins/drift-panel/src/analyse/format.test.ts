import { formatEffect, formatNumber, formatP, listNames, plural } from './format.ts';

it.each([
  [0.31249, '0.312'],
  [0.06334, '0.0633'],
  [12.34, '12.3'],
  [5000, '5,000'],
  [-0.5, '−0.5'],
  [0, '0'],
  [0.00001, '1e-5'],
  [2.5e7, '2.5e7'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
])('formatNumber(%d) is %s', (value, text) => expect(formatNumber(value)).toBe(text));

it.each([
  [0, '<0.001'],
  [0.00099, '<0.001'],
  [0.0042, '0.004'],
  [0.19, '0.19'],
  [1, '1'],
  [undefined, '–'],
  [NaN, '–'],
])('formatP(%s) is %s', (p, text) => expect(formatP(p)).toBe(text));

it.each([
  [0.04, '0.0'],
  [0.97, '0.9'],
  [1.04, '1.0'],
  [2.94, '2.9'],
  [12.4, '12'],
  [Infinity, '>99'],
  [undefined, '–'],
])('formatEffect(%s) is %s: below the limit never reads 1.0', (effect, text) =>
  expect(formatEffect(effect)).toBe(text)
);

it('writes lists and counts', () => {
  expect([1, 13].map((count) => plural(count, 'feature'))).toEqual(['1 feature', '13 features']);
  expect(
    [['a'], ['a', 'b'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd', 'e']].map((names) => listNames(names, 3))
  ).toEqual(['a', 'a and b', 'a, b, c and d', 'a, b, c and 2 more']);
});
