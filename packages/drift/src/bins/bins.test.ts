import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortedSample } from '../samples/sorted-sample.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { describeSample } from '../samples/describe-sample.ts';
import { quantiles } from '../testing/scipy-tests.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { equalWidthBins } from './equal-width-bins.ts';
import { histogram } from './histogram.ts';
import { quantile } from './quantile.ts';
import { referenceBins } from './reference-bins.ts';

describe('quantile', () => {
  const pairs = [
    ['uniform', 40, 60, 0, 1],
    ['uniform', 1000, 600, 0, 1],
    ['uniform', 1000, 600, 0.1, 1],
    ['uniform', 500, 500, 0.05, 1],
    ['uniform', 300, 301, 0.9, 1],
    ['bell', 730, 731, 0.3, 1],
  ] as const;
  test.each(quantiles.map((row, i) => [i, row] as const))('of sample %i as numpy 2.4.6', (i, [, , ...expected]) => {
    const sample = sortedSample(samplesOf(pairs[i] ?? pairs[0]).reference);
    [0, 0.1, 0.333, 0.5, 0.99, 1].forEach((share, k) =>
      expectClose(quantile(sample, share), expected[k] ?? NaN, 1e-12)
    );
  });
  test('of infinite values is no NaN', () => {
    expect(quantile(sortedSample([-Infinity, -Infinity, 1, Infinity]), 0.25)).toBe(-Infinity);
    expect(quantile(sortedSample([-Infinity, 1]), 0.4)).toBe(-Infinity);
    expect(quantile(sortedSample([-Infinity, 1]), 0.6)).toBe(1);
    expect(quantile(sortedSample([-1e308, 1e308]), 0.75)).toBeCloseTo(5e307, -300);
    expect(quantile(sortedSample([]), 0.5)).toBeNaN();
  });
});

describe('reference bins', () => {
  test('hold equal shares of a continuous reference', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const edges = referenceBins(rows);
    expect(edges).toHaveLength(11);
    expect(Array.from(histogram(rows, edges).counts)).toEqual(new Array(10).fill(100));
  });
  test('are one a value where values are few', () => {
    expect(Array.from(referenceBins([3, 1, 1, 2, NaN]))).toEqual([-Infinity, 1.5, 2.5, Infinity]);
  });
  test('of a constant are one, of nothing too', () => {
    expect(Array.from(referenceBins([4, 4, 4]))).toEqual([-Infinity, Infinity]);
    expect(Array.from(referenceBins([]))).toEqual([-Infinity, Infinity]);
  });
  test('are never empty in the reference, and ascend', () => {
    const rows = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(0), fc.double()), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 15 }), (reference, count) => {
        fc.pre(reference.some((x) => !Number.isNaN(x)));
        const edges = referenceBins(reference, { count });
        const { counts } = histogram(reference, edges);
        expect(counts.length).toBeLessThanOrEqual(count);
        expect(Math.min(...counts)).toBeGreaterThan(0);
        expect(Array.from(edges).every((edge, i) => i === 0 || edge > (edges[i - 1] ?? NaN))).toBe(true);
      })
    );
  });
});

describe('histogram', () => {
  test('counts what lies outside in open outer bins, and the right edge in the last', () => {
    const result = histogram([-1, 0, 0.5, 1, 2, 2.1, NaN, null], [0, 1, 2]);
    expect(Array.from(result.edges)).toEqual([-Infinity, 0, 1, 2, Infinity]);
    expect(Array.from(result.counts)).toEqual([1, 2, 2, 1]);
    expect(result.missing).toBe(2);
  });
  test('of a sorted sample is that of its rows, infinite values and edges that are values included', () => {
    const value = fc.oneof(fc.double(), fc.integer({ min: -2, max: 12 }), fc.constantFrom(Infinity, -Infinity));
    const edges = fc.uniqueArray(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double({ noNaN: true })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(fc.array(value), edges, (rows, unsorted) => {
        const ascending = Float64Array.from(unsorted.map((edge) => edge + 0)).sort();
        expect(histogram(sortedSample(rows), ascending)).toEqual(histogram(rows, ascending));
        // The definition itself, row by row.
        const { edges: open, counts } = histogram(rows, ascending);
        const end = ascending[ascending.length - 1] ?? NaN;
        const holds = (x: number, bin: number) =>
          Number.isFinite(end) && open.length > 3 && x === end
            ? bin === counts.length - 2
            : x >= (open[bin] ?? NaN) && (x < (open[bin + 1] ?? NaN) || bin === counts.length - 1);
        counts.forEach((count, bin) => expect(count).toBe(rows.filter((x) => holds(x, bin)).length));
      })
    );
  });
  test('without an edge has all rows in one bin, infinite ones too', () => {
    expect(Array.from(histogram([-Infinity, 0, Infinity], [-Infinity, Infinity]).counts)).toEqual([3]);
  });

  test('loses no row', () => {
    const edges = equalWidthBins(-3, 3, 7);
    fc.assert(
      fc.property(fc.array(fc.double()), (rows) => {
        const result = histogram(rows, edges);
        expect(totalOf(result.counts) + result.missing).toBe(rows.length);
      })
    );
  });
});

describe('describeSample', () => {
  test('counts rows, missing, infinite and different values', () => {
    expect(describeSample([1, 1, NaN, null, Infinity])).toEqual({ n: 3, missing: 2, infinite: 1, distinct: 2 });
    expect(describeSample(['a', null, 'b', 'a'])).toEqual({ n: 3, missing: 1, infinite: 0, distinct: 2 });
    expect(describeSample(sortedSample([2, NaN]))).toEqual({ n: 1, missing: 1, infinite: 0, distinct: 1 });
    expect(describeSample({ edges: [0, 1, 2], counts: [3, 0] })).toMatchObject({ n: 3, distinct: 1 });
  });
});
