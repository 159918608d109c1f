import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { zProportionTests } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { resultOf } from '../testing/count-sides.ts';
import type { ZProportionsOptions } from './z-proportions.ts';

type Cells = readonly [a: number, n: number, c: number, m: number];
const sides = ([a, n, c, m]: Cells) =>
  [
    { categories: ['yes', 'no'], counts: [a, n - a] },
    { categories: ['yes', 'no'], counts: [c, m - c] },
  ] as const;
const z = (cells: Cells, options: ZProportionsOptions = {}) =>
  resultOf(compare('z-proportions', ...sides(cells), { category: 'yes', ...options }));

test.each(zProportionTests)(
  'agrees with statsmodels 0.15.0 and scipy 1.17.1: %i of %i v %i of %i',
  (...[a, n, c, m, pooled, p, unpooled, unpooledP, yates, yatesP]) => {
    const cells = [a, n, c, m] as const;
    expectClose(z(cells).value, pooled);
    expectClose(z(cells).pValue, p);
    expectClose(z(cells, { variance: 'unpooled' }).value, unpooled);
    expectClose(z(cells, { variance: 'unpooled' }).pValue, unpooledP);
    expectClose(z(cells, { continuity: true }).value ** 2, yates);
    expectClose(z(cells, { continuity: true }).pValue, yatesP);
  }
);

test('keeps its digits in the far tail, where p is that of χ²', () => {
  const cells = [1000, 10000, 2600, 10000] as const;
  const chiSquare = resultOf(compare('chi-square', ...sides(cells), { correction: false }));
  expect(z(cells).pValue).toBeGreaterThan(1e-300);
  expect(z(cells).pValue).toBeLessThan(1e-180);
  expectClose(z(cells).pValue, chiSquare.pValue ?? NaN);
});

test('laws: z² is χ²; the other side, and the other category, turn the sign', () => {
  const count = fc.integer({ min: 0, max: 40 });
  const cells = fc.tuple(count, count, count, count).filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
  fc.assert(
    fc.property(cells, ([a, b, c, d]) => {
      const there = z([a, a + b, c, c + d]);
      const chiSquare = resultOf(compare('chi-square', ...sides([a, a + b, c, c + d]), { correction: false }));
      expect(there.value ** 2).toBeCloseTo(chiSquare.value, 9);
      expect(z([c, c + d, a, a + b]).value).toBeCloseTo(-there.value, 12);
      expect(z([a, a + b, c, c + d], { category: 'no' }).value).toBeCloseTo(-there.value, 12);
    })
  );
});

describe('edges', () => {
  test('one category cannot differ; rows without rows are no data', () => {
    expect(z([3, 3, 5, 5])).toMatchObject({ value: 0, pValue: 1 });
    expect(z([3, 3, 5, 5], { variance: 'unpooled' })).toMatchObject({ value: 0, pValue: 1 });
    expect(compare('z-proportions', ['a'], [null])).toMatchObject({ error: 'no data' });
  });
  test('all against none has no unpooled standard error', () => {
    expect(compare('z-proportions', ...sides([3, 3, 0, 5]), { variance: 'unpooled' })).toMatchObject({
      error: 'not defined',
    });
    expectClose(z([3, 3, 0, 5]).value, Math.sqrt(8), 1e-14);
  });
  test('takes the first of two categories in order of names, and of more the one that is named', () => {
    expect(resultOf(compare('z-proportions', ['b', 'a', 'b'], ['a', 'a'])).variant).toContain('"a"');
    expect(compare('z-proportions', ['a', 'b', 'c'], ['a'])).toMatchObject({ error: 'not defined' });
    expect(compare('z-proportions', ['a', 'b', 'c'], ['a'], { category: 'c' })).toMatchObject({ nReference: 3 });
  });
});
