import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { rangeOf } from '../samples/finite.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { leastUnsorted } from '../samples/unsorted-pair.ts';
import { valuesAtRanks } from '../samples/values-at-ranks.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { binEdges, binsOfUnsorted } from './bin-edges.ts';
import type { BinOptions } from './bin-options.ts';
import { histogram } from './histogram.ts';

/** Sorted rows, whose edges are held to numpy's elsewhere, and unsorted ones have the same bins. */
function expectSameBins(values: Float64Array, options: BinOptions): void {
  const sorted = sortedSample(values);
  const found = binsOfUnsorted({ values, missing: 0, range: rangeOf([values]) }, options);
  const expected = binEdges(sorted, sorted, options);
  if (found && isDriftError(found)) {
    expect(found).toEqual(expected);
  } else if (found) {
    expect(found.edges).toEqual(expected);
    expect(found.counts).toEqual(histogram(sorted, found.edges).counts);
  }
}

const rules: BinOptions[] = [
  {},
  { bins: 3, fewValues: 0 },
  { rule: 'equal-width', bins: 30 },
  { rule: 'equal-width', outside: 'outer-bins', fewValues: 5 },
  { rule: 'sturges' },
  { rule: 'doane' },
  { rule: 'sqrt' },
  { rule: 'scott' },
];

describe('edges of unsorted rows', () => {
  test.each(['uniform', 'ties', 'skew', 'bell'] as const)('%s: those of sorted ones', (shape) => {
    const values = seededSample(shape, 3000, 1);
    rules.forEach((options) => expectSameBins(values, options));
    expect(binsOfUnsorted({ values, missing: 0, range: rangeOf([values]) }) === undefined).toBe(shape === 'ties');
  });
  test('whatever the values', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map((x) => x + 0),
      fc.integer({ min: -9, max: 9 })
    );
    const rows = fc.array(value, { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));
    fc.assert(fc.property(rows, fc.constantFrom(...rules.slice(0, 4)), expectSameBins), { numRuns: 200 });
  });
  test('are left to sorted rows where those are infinite or few, or where the rule asks for order', () => {
    const of = (rows: number[], options: BinOptions) => {
      const values = Float64Array.from(rows);
      return binsOfUnsorted({ values, missing: 0, range: rangeOf([values]) }, options);
    };
    expect(of([1, 2, Infinity], { fewValues: 0 })).toBeUndefined();
    expect(of([1, 2, 3], {})).toBeUndefined();
    expect(of([1, 2, 3], { rule: 'auto' })).toBeUndefined();
    expect(of([1, 2, 3], { fewValues: 0, outside: 'open-bins' })).toBeUndefined();
  });
  test('give a long sample the result of a sorted one', () => {
    const reference = seededSample('bell', leastUnsorted, 1);
    const current = shifted(seededSample('bell', 5000, 2), 0.1);
    reference[5] = NaN;
    current[5] = -Infinity;
    const sorted = sortedSample(reference);
    for (const options of [...rules, { missing: 'own-cell' } as const]) {
      expect(compare('psi', reference, current, options)).toEqual(compare('psi', sorted, current, options));
    }
    reference[6] = Infinity;
    expect(compare('psi', reference, current)).toEqual(compare('psi', sortedSample(reference), current));
  });
});

test('values at ranks are those of sorted rows', () => {
  for (const shape of ['uniform', 'ties', 'skew', 'bell'] as const) {
    const values = seededSample(shape, 1000, 1);
    const sorted = values.slice().sort();
    const ranks = [0, 1, 500, 998, 999, 500];
    const { at, below } = valuesAtRanks(values, rangeOf([values]), ranks);
    expect(ranks.map(at)).toEqual(ranks.map((rank) => sorted[rank]));
    expect(ranks.map(below)).toEqual(ranks.map((rank) => sorted.indexOf(sorted[rank] ?? NaN)));
    expect(at(7)).toBeNaN();
  }
});

test('many rows are counted as sorted ones are, on edges, beyond them and without a value', () => {
  const values = seededSample('bell', 12_000, 1);
  const edges = [-3, -1, -0.5, 0, 0.25, 2];
  values.set([NaN, Infinity, -Infinity, NaN, -3, -1, 0, 2, 2, 2 + 1e-12, -3 - 1e-12]);
  for (const list of [edges, [-Infinity, 0, Infinity], [0], [], [0, 1e-9, 3], edges.map((edge) => edge * 1e-200)]) {
    const { counts, missing } = histogram(values, list);
    expect({ counts, missing }).toEqual({ counts: histogram(sortedSample(values), list).counts, missing: 2 });
  }
});
