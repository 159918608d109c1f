import fc from 'fast-check';
import { fitText, textWidth } from './text-width.ts';

/** Advances of Inter at 100 px, as Chromium measures them. */
const MEASURED = {
  j: 24,
  I: 27,
  ' ': 28,
  t: 33,
  r: 38,
  '1': 41,
  '{': 43,
  '-': 46,
  s: 51,
  e: 58,
  o: 60,
  b: 61,
  '0': 63,
  '6': 62,
  Z: 63,
  B: 65,
  '=': 66,
  K: 67,
  A: 69,
  C: 73,
  H: 74,
  N: 75,
  O: 76,
  w: 82,
  '…': 86,
  m: 88,
  M: 90,
  '@': 97,
  '%': 98,
  W: 99,
  Ж: 108,
  漢: 60,
};

it.each(Object.entries(MEASURED))('%s is at least as wide as measured, and not twice', (letter, measured) => {
  const width = textWidth(letter, 100);
  // Half a pixel in a hundred is lost in rounding.
  expect(width).toBeGreaterThanOrEqual(measured - 1.5);
  expect(width).toBeLessThan(2 * measured);
});

it('cuts a text so that it fits, and leaves it whole where it does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 0, max: 300 }), (text, room) => {
      const fitted = fitText(text, room);
      expect(textWidth(fitted)).toBeLessThanOrEqual(Math.max(room, 0));
      expect(fitted === text).toBe(textWidth(text) <= room);
    })
  );
});

it.each([
  ['danceability', 40, 'danc…'],
  ['danceability', 12, ''],
  ['key', 40, 'key'],
])('%s in %d px is "%s"', (text, room, fitted) => {
  expect(fitText(text, room)).toBe(fitted);
});
