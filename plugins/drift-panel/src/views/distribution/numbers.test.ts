import { compactText, countText, pointsText, shareText } from './numbers.ts';

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
