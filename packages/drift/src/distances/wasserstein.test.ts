import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { distancePairs } from '../testing/scipy-tests.ts';
import { binnedPairs, trimmedPairs } from '../testing/weights-tables.ts';
import type { Comparison, DriftError } from '../types.ts';
import { massMoved } from './mass-moved.ts';

const valueOf = (result: Comparison | DriftError) => ('value' in result ? result.value : NaN);
const numbers = (text: string) => text.split(' ').map(Number);
const partsOf = (result: ReturnType<typeof massMoved>) => ('parts' in result ? Array.from(result.parts) : []);

describe('binned counts agree with scipy 1.17.1', () => {
  test.each(binnedPairs)('%s: %s v %s', (...[edges, left, right, wasserstein, energy, spread, energySpread]) => {
    const reference = { edges: numbers(edges), counts: numbers(left) };
    const current = { edges: numbers(edges), counts: numbers(right) };
    const atMidpoint = compare('wasserstein', reference, current);
    expectClose(valueOf(atMidpoint), wasserstein, 1e-12);
    expectClose(valueOf(compare('energy', reference, current)), energy, 1e-12);
    const evenly = compare('wasserstein', reference, current, { inside: 'spread' });
    numbers(spread).forEach((term, i) => expectClose('terms' in evenly ? evenly.terms?.[i] : NaN, term));
    expectClose(valueOf(evenly), totalOf(numbers(spread)));
    expectClose(valueOf(compare('energy', reference, current, { inside: 'spread' })), energySpread);
  });
});

describe('binned counts', () => {
  const binned = (counts: number[], edges = [-Infinity, 0, 10, 30, Infinity]) => ({ edges, counts });
  test('in an open outer bin have no distance; an empty one is ignored', () => {
    expect(compare('wasserstein', binned([0, 5, 5, 0]), binned([0, 5, 0, 5]))).toMatchObject({ error: 'not defined' });
    expect(compare('energy', binned([1, 5, 5, 0]), binned([0, 5, 5, 0]))).toMatchObject({ error: 'not defined' });
    const result = compare('wasserstein', binned([0, 5, 5, 0]), binned([0, 0, 10, 0]));
    expect(result).toMatchObject({ value: 7.5, nReference: 10, nCurrent: 10, terms: Float64Array.of(0, 2.5, 5, 0) });
  });
  test('of one constant value have no spread; spread evenly they have that of the bin', () => {
    const [reference, current] = [binned([0, 4, 0, 0]), binned([0, 2, 2, 0])];
    expect(compare('wasserstein', reference, current, { scale: 'reference-sd' })).toMatchObject({
      error: 'not defined',
    });
    const evenly = compare('wasserstein', reference, current, { scale: 'reference-sd', inside: 'spread' });
    expectClose(valueOf(evenly), 7.5 / (10 / Math.sqrt(12)), 1e-12);
  });
  test('in shares of the range: from midpoint to midpoint, or from edge to edge', () => {
    const [reference, current] = [binned([0, 4, 0, 0]), binned([0, 0, 4, 0])];
    expectClose(valueOf(compare('wasserstein', reference, current, { scale: 'range' })), 1, 1e-12);
    expectClose(valueOf(compare('wasserstein', reference, current, { scale: 'range', inside: 'spread' })), 0.5, 1e-12);
  });
  test('and raw rows share no distance, as do different edges and edges that do not ascend', () => {
    const one = binned([0, 4, 0, 0]);
    for (const other of [[1, 2], binned([0, 4, 0, 0], [-Infinity, 0, 9, 30, Infinity])]) {
      expect(compare('wasserstein', one, other)).toMatchObject({ error: 'not defined' });
      expect(compare('energy', one, other)).toMatchObject({ error: 'not defined' });
    }
    const twice = { edges: [0, 2, 1], counts: [1, 1] };
    expect(compare('wasserstein', twice, twice)).toMatchObject({ error: 'not defined' });
    expect(compare('wasserstein', one, one, { trim: 0.1 })).toMatchObject({ error: 'not defined' });
  });
  const counts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
  test.each(['midpoint', 'spread'] as const)('%s: terms add up, symmetric, 0 on themselves, in the unit', (inside) => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
        const side = (list: number[], unit = 1) =>
          binned(
            list,
            [0, 1, 2, 4, 7, 20].map((edge) => edge * unit)
          );
        for (const name of ['wasserstein', 'energy'] as const) {
          const result = compare(name, side(a), side(b), { inside });
          const whole = totalOf(('terms' in result && result.terms) || []);
          expect(name === 'energy' ? Math.sqrt(whole) : whole).toBeCloseTo(valueOf(result), 12);
          expect(valueOf(compare(name, side(b), side(a), { inside }))).toBeCloseTo(valueOf(result), 12);
          expect(valueOf(compare(name, side(a), side(a), { inside }))).toBe(0);
          const unit = name === 'energy' ? 2 : 4;
          expect(valueOf(compare(name, side(a, 4), side(b, 4), { inside }))).toBeCloseTo(unit * valueOf(result), 9);
        }
      })
    );
  });
});

describe('trimmed as deepchecks 0.19.1 does, by numpy and scipy', () => {
  test.each(trimmedPairs)('%s %i v %i, + %f × %f, %f', (...[shape, n, m, shift, scale, trim, value, left, right]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const result = compare('wasserstein', reference, current, { trim, scale: 'range' });
    expectClose(valueOf(result), value);
    expect(result).toMatchObject({ nReference: left, nCurrent: right });
  });
  test('infinite values may be cut off, one value on both sides is a distance of 0', () => {
    const rows = [...Array.from({ length: 50 }, (_, i) => i), Infinity];
    expect(compare('wasserstein', rows, rows)).toMatchObject({ error: 'not defined' });
    expect(compare('wasserstein', rows, rows, { trim: 0.025 })).toMatchObject({ value: 0 });
    expect(compare('wasserstein', [3, 3], [3], { trim: 0.025, scale: 'range' })).toMatchObject({ value: 0 });
  });
  test('is refused where nothing is left', () => {
    expect(compare('wasserstein', [1, 2], [1, 2], { trim: 0.5 })).toMatchObject({ error: 'not defined' });
    expect(compare('wasserstein', [1, 2], [1, 2], { trim: -0.1 })).toMatchObject({ error: 'not defined' });
    expect(compare('wasserstein', [1, 2], [1, 2], { trim: 0.2 })).toMatchObject({ error: 'not defined' });
  });
});

describe('mass moved', () => {
  test.each(distancePairs)(
    'of %s %i v %i, + %f × %f adds up to the distance',
    (...[shape, n, m, shift, scale, raw]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      expectClose(totalOf(partsOf(massMoved(reference, current, [-1, 0, 0.1, 0.5, 2, 7]))), raw, 1e-9);
    }
  );
  test('lies where it was moved', () => {
    // Half of the rows go from 10 to 50: half a row's way over each unit between.
    expect(partsOf(massMoved([10, 60], [50, 60], [20, 40, 70]))).toEqual([5, 10, 5, 0]);
    expect(partsOf(massMoved([10], [20], []))).toEqual([10]);
  });
  test('adds up whatever the edges', () => {
    const rows = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 20 });
    const edges = fc.uniqueArray(fc.integer({ min: -25, max: 25 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, rows, edges, (reference, current, list) => {
        const parts = partsOf(massMoved(reference, current, list));
        expect(totalOf(parts)).toBeCloseTo(valueOf(compare('wasserstein', reference, current)), 9);
        expect(parts).toHaveLength(list.length + 1);
        list.slice(1).forEach((edge, i) => {
          // What lies between two edges is the distance of the samples clamped to them.
          const clamp = (x: number) => Math.min(edge, Math.max(list[i] ?? NaN, x));
          const clamped = compare('wasserstein', reference.map(clamp), current.map(clamp));
          expect(parts[i + 1]).toBeCloseTo(valueOf(clamped), 9);
        });
      })
    );
  });
  test('is refused for edges that do not ascend and for infinite rows', () => {
    expect(massMoved([1], [2], [3, 3])).toMatchObject({ error: 'not defined' });
    expect(massMoved([1], [2], [NaN])).toMatchObject({ error: 'not defined' });
    expect(massMoved([1], [Infinity], [3])).toMatchObject({ error: 'not defined' });
    expect(massMoved([1], [], [3])).toMatchObject({ error: 'no data' });
  });
});
