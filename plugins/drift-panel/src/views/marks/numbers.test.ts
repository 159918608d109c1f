import { compactText, countText, pointsText, shareText, shortText } from './numbers.ts';

it.each([
  [0, '0 %'],
  [0.21, '21 %'],
  [0.2134, '21.3 %'],
  [0.0042, '0.4 %'],
  [0.0004, '0.04 %'],
  [0.00001, '<0.01 %'],
  [-0.05, '−5 %'],
  [1, '100 %'],
  [NaN, '–'],
])('share %p reads %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

it.each([
  [0.021, '+2.1'],
  [-0.12, '−12'],
  [0, '±0'],
  [-0.0001, '±0'],
  [NaN, '–'],
])('a difference of %p reads %s points', (difference, text) => {
  expect(pointsText(difference)).toBe(text);
});

it('counts are grouped, large ones shortened where there is no room', () => {
  expect([countText(5002), countText(NaN), compactText(1_234_567), compactText(-35_000)]).toEqual([
    '5,002',
    '–',
    '1.2M',
    '−35K',
  ]);
});

it.each([
  [0.0709123, '0.0709'],
  [0, '0'],
  [4.1234e-9, '4.12e-9'],
  [-0.5, '−0.5'],
  [Infinity, '–'],
])('%p in short is %s', (value, text) => {
  expect(shortText(value)).toBe(text);
});

it('tiny numbers are short as well', () => {
  expect(compactText(-4.123e-9)).toBe('−4.1e-9');
});
