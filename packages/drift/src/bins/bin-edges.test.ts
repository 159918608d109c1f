import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalOf } from '../samples/aligned-bins.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { binRuleEdges, binRulesOfFew } from '../testing/bins-tables.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { binEdges } from './bin-edges.ts';
import type { BinOptions } from './bin-options.ts';
import { binWidth } from './equal-width-rules.ts';
import { histogram } from './histogram.ts';
import { sortedHistogram } from './sorted-histogram.ts';
import { weightedHistogram } from './weighted-histogram.ts';

const rules = ['sqrt', 'sturges', 'doane', 'freedman-diaconis', 'scott', 'auto'] as const;

function edgesOf(values: ArrayLike<number>, options: BinOptions): number[] {
  const sorted = sortedSample(values);
  const edges = binEdges(sorted, sorted, options);
  return edges instanceof Float64Array ? Array.from(edges) : [];
}

describe('rules of equal width as numpy.histogram_bin_edges, numpy 2.4.6', () => {
  test.each(binRuleEdges)('%s, n = %i', (...[shape, n, bins, widths, seconds, last]) => {
    const values = seededSample(shape, n, 1);
    rules.forEach((rule, i) => {
      const { sorted } = sortedSample(values);
      const range = (sorted[n - 1] ?? NaN) - (sorted[0] ?? NaN);
      expectClose(binWidth(sorted, range, rule), Number(widths.split(' ')[i]), 1e-12);
      const edges = edgesOf(values, { rule });
      expect([rule, edges.length - 1]).toEqual([rule, Number(bins.split(' ')[i])]);
      expectClose(edges[1], Number(seconds.split(' ')[i]), 1e-12);
      expect(edges[edges.length - 1]).toBe(last);
    });
  });
  test.each(binRulesOfFew)('of %s', (values, expected) => {
    const rows = values.split(' ').map(Number);
    rules.forEach((rule, i) => {
      const edges = (expected.split(';')[i] ?? '').split(' ').map(Number);
      expect([rule, edgesOf(rows, { rule }).length]).toEqual([rule, edges.length]);
      edgesOf(rows, { rule }).forEach((edge, k) => expectClose(edge, edges[k] ?? NaN, 1e-12));
    });
  });
});

describe('edges', () => {
  test('of equal width cover the finite values', () => {
    expect(edgesOf([0, 10, Infinity, -Infinity, NaN], { rule: 'equal-width', bins: 2 })).toEqual([0, 5, 10]);
  });
  test('are open at their ends where outer bins take in what lies outside', () => {
    expect(edgesOf([0, 10], { rule: 'equal-width', bins: 2, outside: 'outer-bins' })).toEqual([-Infinity, 5, Infinity]);
  });
  test('at quantiles end at the least and greatest value where open bins lie beyond', () => {
    const rows = Array.from({ length: 101 }, (_, i) => i);
    expect(edgesOf(rows, { bins: 4, outside: 'open-bins' })).toEqual([0, 25, 50, 75, 100]);
  });
  test('are one bin a value where the reference has few, closed at the same distance', () => {
    expect(edgesOf([1, 1, 2, 5], { rule: 'doane', fewValues: 3 })).toEqual([0.5, 1.5, 3.5, 6.5]);
    expect(edgesOf([1, 1, 2, 5], { fewValues: 3 })).toEqual([-Infinity, 1.5, 3.5, Infinity]);
    expect(edgesOf([7, 7], { rule: 'sturges', fewValues: 1 })).toEqual([6.5, 7.5]);
    expect(edgesOf([1, 2, 3, 4], { fewValues: 0, bins: 2 })).toEqual([-Infinity, 2.5, Infinity]);
  });
  test('of both samples are one bin a value of both where the reference has few (evidently)', () => {
    const [p, both] = [sortedSample([0, 1]), sortedSample([0, 1, 1, 4])];
    expect(binEdges(p, both, { rule: 'sturges', fewValues: 2, of: 'pooled' })).toEqual(
      Float64Array.of(-0.5, 0.5, 2.5, 5.5)
    );
  });
  test('without end are refused in words', () => {
    const rows = sortedSample([...Array.from({ length: 1000 }, (_, i) => i * 1e-9), 1e6]);
    expect(binEdges(rows, rows, { rule: 'freedman-diaconis' })).toMatchObject({ error: 'not defined' });
    expect(binEdges(rows, rows, { rule: 'auto' })).toBeInstanceOf(Float64Array);
    expect(binEdges(rows, rows, { bins: 1e9 })).toMatchObject({ error: 'not defined' });
  });
  test('of values too near or too far apart are refused in words', () => {
    const near = sortedSample([1, 1 + Number.EPSILON]);
    const far = sortedSample([-Number.MAX_VALUE, Number.MAX_VALUE]);
    for (const rows of [near, far]) {
      expect(binEdges(rows, rows, { rule: 'equal-width' })).toMatchObject({ error: 'not defined' });
    }
    const infinite = sortedSample([Infinity, -Infinity]);
    expect(binEdges(infinite, infinite, { rule: 'sturges' })).toMatchObject({ error: 'not defined' });
  });
});

describe('the three histograms', () => {
  const value = fc.oneof(fc.integer({ min: -4, max: 9 }), fc.double());
  const edges = fc
    .uniqueArray(fc.oneof(fc.integer({ min: -3, max: 8 }), fc.constantFrom(-Infinity, Infinity)), { minLength: 1 })
    .map((list) => list.sort((a, b) => a - b));
  test('count the same: row by row, by bisection of sorted rows, with weights of 1', () => {
    fc.assert(
      fc.property(fc.array(value), edges, (rows, list) => {
        const plain = histogram(rows, list);
        const { sorted } = sortedSample(rows);
        expect(sortedHistogram(sorted, list)).toEqual(Float64Array.from(plain.counts));
        expect(
          weightedHistogram(
            sorted,
            sorted.map(() => 1),
            list
          )
        ).toEqual(Float64Array.from(plain.counts));
        expect(totalOf(plain.counts)).toBe(sorted.length);
      })
    );
  });
});
