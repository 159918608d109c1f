import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import type { TestOptions } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { BinnedCounts, CategoryCounts } from '../types.ts';
import { compareChunks } from './compare-chunks.ts';
import type { ChunkTest } from './compare-chunks.ts';

const cells = 5;
const categories = ['a', 'b', 'c', 'd', 'e'];
const edges = [-Infinity, 0, 1, 2, 3, Infinity];
const ofCategories = (counts: ArrayLike<number>): CategoryCounts => ({ categories, counts });
const ofBins = (counts: ArrayLike<number>): BinnedCounts => ({ edges, counts });

// Few rows, so that cells are empty on one side or on both; rates as well.
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 400 }).map((x) => x / 8)
);
const chunk = fc.array(count, { minLength: cells, maxLength: cells });
const chunks = fc.array(chunk, { maxLength: 6 });

/** Holds every chunk to `compare`, bit by bit. */
function expectSame<T extends ChunkTest>(test: T, options: TestOptions[T]): void {
  fc.assert(
    fc.property(chunk, chunks, fc.constantFrom(ofCategories, ofBins), (reference, rows, side) => {
      fc.pre(totalOf(reference) > 0);
      const bulk = compareChunks(test, side(reference), { counts: Float64Array.from(rows.flat()) }, options);
      if (isDriftError(bulk)) {
        expect(compare(test, side(reference), side([1, 1, 1, 1, 1]), options)).toEqual(bulk);
        return;
      }
      expect(bulk.values).toHaveLength(rows.length);
      rows.forEach((counts, i) => {
        const one = compare(test, side(reference), side(counts), options);
        expect(bulk.nCurrent[i]).toBe(totalOf(counts));
        expect(bulk.values[i]).toBe('value' in one ? one.value : NaN);
        expect('error' in one).toBe(totalOf(counts) === 0);
      });
    }),
    { numRuns: 30 }
  );
}

describe('equals compare chunk by chunk', () => {
  test.each([
    {},
    { emptyBins: 'floor', floor: 0.01 },
    { emptyBins: 'floor-renormalised' },
    { emptyBins: 'floor-evidently' },
    { emptyBins: 'floor-evidently-renormalised' },
    { emptyBins: 'add-one' },
    { emptyBins: 'omit' },
    { emptyBins: 'infinite' },
  ] as const)('psi and kullback-leibler %j', (options) => {
    expectSame('psi', options);
    expectSame('kullback-leibler', options);
  });
  test.each([{ base: 2 }, { direction: 'reference-from-current' }] as const)('kullback-leibler %j', (options) =>
    expectSame('kullback-leibler', options)
  );
  test.each([{}, { base: 2 }, { statistic: 'divergence' }] as const)('jensen-shannon %j', (options) =>
    expectSame('jensen-shannon', options)
  );
  test.each(['hellinger', 'total-variation', 'ks'] as const)('%s', (name) => expectSame(name, {}));
  test.each([{}, { statistic: 'coefficient' }] as const)('bhattacharyya %j', (options) =>
    expectSame('bhattacharyya', options)
  );
  test.each([{}, { statistic: 'intersection' }] as const)('histogram-intersection %j', (options) =>
    expectSame('histogram-intersection', options)
  );
  test.each([{}, { gapOf: 'shares' }, { gapOf: 'cumulated' }, { robust: true, alpha: 0.05 }, { alpha: 3 }] as const)(
    'l-infinity %j',
    (options) => expectSame('l-infinity', options)
  );
  test.each([{}, { correction: false }, { form: 'goodness-of-fit' }] as const)('chi-square %j', (options) =>
    expectSame('chi-square', options)
  );
});

describe('chunks', () => {
  test('that are empty or hold a count that is none have no value, and leave the others alone', () => {
    const counts = Float64Array.from([1, 2, 0, 0, -1, 4, NaN, 1, Infinity, 1, 2, 4]);
    const bulk = compareChunks('total-variation', { categories: ['a', 'b'], counts: [1, 2] }, { counts });
    expect(bulk).toEqual({
      values: Float64Array.from([0, NaN, NaN, NaN, NaN, 0]),
      nCurrent: Float64Array.from([3, 0, NaN, NaN, NaN, 6]),
    });
  });
  test('of another length than the reference are refused; none at all are fine', () => {
    const reference = ofBins([1, 1, 1, 1, 1]);
    expect(compareChunks('psi', reference, { counts: new Float64Array(7) })).toMatchObject({ error: 'not defined' });
    expect(compareChunks('psi', reference, { counts: new Float64Array(0) })).toEqual({
      values: new Float64Array(0),
      nCurrent: new Float64Array(0),
    });
  });
  test('do not change', () => {
    const counts = Float64Array.from([1, 0, 3, 0, 5]);
    const before = counts.slice();
    compareChunks('psi', ofBins([0, 1, 2, 3, 4]), { counts }, { emptyBins: 'omit' });
    expect(counts).toEqual(before);
  });
});

describe('the reference', () => {
  const counts = Float64Array.from([1, 2]);
  test.each([
    [{ edges: [0, 1, 2], counts: [0, 0] }, 'no data'],
    [{ edges: [0, 1], counts: [1, 2] }, 'not defined'],
    [{ edges: [0, 1, 2], counts: [1, -2] }, 'not defined'],
    [{ categories: ['a'], counts: [1, 2] }, 'not defined'],
    [{ categories: ['a', 'a'], counts: [1, 2] }, 'not defined'],
  ])('%j: %s', (reference, error) => {
    expect(compareChunks('psi', reference, { counts })).toMatchObject({ error });
  });
  test('of ks must have an order', () => {
    expect(compareChunks('ks', { categories: ['a', 'b'], counts: [1, 2] }, { counts })).toMatchObject({
      error: 'not numeric',
    });
  });
});
