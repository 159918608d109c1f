import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { persists } from './persistence.ts';

const steps = (text: string) => [...text].map((c) => (c === '?' ? null : c === 'x'));

describe('at least N of the last M steps', () => {
  test.each([
    ['x.x.xx..', 2, 3, '..x.xxx.'],
    ['x', 1, 1, 'x'],
    ['xx?x', 3, 3, '....'],
    ['xx?x', 3, 4, '...x'],
    ['', 2, 3, ''],
  ])('%s with %i of %i', (over, need, of, expected) => {
    expect(persists(steps(over), { need, of })).toEqual(steps(expected));
  });
  test('is the count over a window, whatever went before', () => {
    const over = fc.array(fc.constantFrom(true, false, null), { maxLength: 40 });
    fc.assert(
      fc.property(over, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (series, need, of) => {
        persists(series, { need, of }).forEach((on, step) => {
          const window = series.slice(Math.max(0, step + 1 - of), step + 1);
          expect(on).toBe(window.filter((x) => x === true).length >= need);
        });
      })
    );
  });
});
