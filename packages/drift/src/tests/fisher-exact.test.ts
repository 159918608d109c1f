import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { fisherSums, fisherTables } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { resultOf } from '../testing/count-sides.ts';
import type { FisherExactOptions } from './fisher-exact.ts';

/** Rows of category "a" and of "b" on each side. */
const sides = (a: number, b: number, c: number, d: number) =>
  [
    { categories: ['a', 'b'], counts: [a, c] },
    { categories: ['a', 'b'], counts: [b, d] },
  ] as const;
type Cells = Parameters<typeof sides>;
const fisher = (cells: Cells, options: FisherExactOptions = {}) =>
  resultOf(compare('fisher-exact', ...sides(...cells), options));

describe('agrees with', () => {
  test.each(fisherTables)('scipy 1.17.1: %i %i %i %i %s', (...[a, b, c, d, alternative, odds, p]) => {
    const result = fisher([a, b, c, d], { alternative });
    expectClose(result.value, odds, 1e-15);
    expectClose(result.pValue, p);
  });
  test.each(fisherSums)('exact sums (mpmath 1.4.1): %i %i %i %i %s', (...[a, b, c, d, alternative, odds, p]) => {
    const result = fisher([a, b, c, d], { alternative });
    expectClose(result.value, odds, 1e-15);
    expectClose(result.pValue, p, 1e-10);
  });
});

/** Two-sided p by counting tables in whole numbers. */
function pByCounting([a, b, c, d]: Cells): number {
  const choose = (n: number, k: number): bigint => {
    let product = 1n;
    for (let i = 1; i <= k; i++) {
      product = (product * BigInt(n - k + i)) / BigInt(i);
    }
    return product;
  };
  const [marked, others, drawn] = [a + b, c + d, a + c];
  const ways = (x: number) => choose(marked, x) * choose(others, drawn - x);
  let rare = 0n;
  for (let x = Math.max(0, drawn - others); x <= Math.min(marked, drawn); x++) {
    rare += ways(x) <= ways(a) ? ways(x) : 0n;
  }
  return Number((rare * 10n ** 40n) / choose(marked + others, drawn)) / 1e40;
}

describe('laws', () => {
  const count = fc.integer({ min: 0, max: 25 });
  const cells = fc.tuple(count, count, count, count).filter(([a, b, c, d]) => a + c > 0 && b + d > 0);
  test('ties are found: p by counting tables in whole numbers', () => {
    fc.assert(
      fc.property(cells, (table) => {
        expectClose(fisher(table).pValue, pByCounting(table));
      }),
      { numRuns: 300 }
    );
  });
  test('the same from the other side and for the other category; less and greater change places', () => {
    fc.assert(
      fc.property(cells, ([a, b, c, d]) => {
        const p = fisher([a, b, c, d]).pValue ?? NaN;
        expectClose(fisher([b, a, d, c]).pValue, p);
        expectClose(fisher([a, b, c, d], { category: 'b' }).pValue, p);
        expectClose(
          fisher([a, b, c, d], { alternative: 'less' }).pValue,
          fisher([b, a, d, c], { alternative: 'greater' }).pValue ?? NaN
        );
      })
    );
  });
});

test('Fisher’s lady tasting tea: 17 of 70 ways, and 1 of 70', () => {
  expectClose(fisher([3, 1, 1, 3], { alternative: 'greater' }).pValue, 17 / 70, 1e-14);
  expectClose(fisher([4, 0, 0, 4], { alternative: 'greater' }).pValue, 1 / 70, 1e-14);
});

test('takes rows, numbers as names, the first in order of names', () => {
  const result = resultOf(compare('fisher-exact', [1, 0, 0, NaN], [1, 1, 0]));
  expect(result).toMatchObject({ nReference: 3, nCurrent: 3, missingReference: 1, value: 4 });
  expect(result.variant).toContain('"0"');
});

describe('refuses', () => {
  const three = { categories: ['x', 'y', 'z'], counts: [1, 2, 3] };
  test('three categories without a name, and takes one that is named against the others', () => {
    expect(compare('fisher-exact', three, three)).toMatchObject({ error: 'not defined' });
    expect(compare('fisher-exact', three, three, { category: 'y' })).toMatchObject({ value: 1, pValue: 1 });
    expect(compare('fisher-exact', three, three, { category: 'Y' })).toMatchObject({
      error: 'not defined',
      message: expect.stringContaining('x, y, z'),
    });
  });
  test('fractions and bins', () => {
    expect(compare('fisher-exact', ...sides(1, 2.5, 3, 4))).toMatchObject({
      error: 'not defined',
      message: expect.stringContaining('2.5'),
    });
    const bins = { edges: [0, 1, 2], counts: [1, 2] };
    expect(compare('fisher-exact', bins, bins)).toMatchObject({ error: 'not defined' });
    expect(compare('fisher-exact', ['x'], [null])).toMatchObject({ error: 'no data' });
  });
  test('nothing where one category has all rows: nothing can differ', () => {
    expect(fisher([5, 9, 0, 0])).toMatchObject({ value: 1, pValue: 1 });
    expect(fisher([0, 0, 5, 9], { category: 'a' })).toMatchObject({ value: 1, pValue: 1 });
  });
});
