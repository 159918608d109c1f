import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { commonCells } from '../bins/common-cells.ts';
import { listTests } from '../list-tests.ts';
import { massMoved } from '../distances/mass-moved.ts';
import { nullScale } from '../null-scale/null-scale.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { weightedPairs } from '../testing/weights-tables.ts';
import type { Comparison, DriftError } from '../types.ts';
import { assess } from '../verdict/assess.ts';
import { totalOf } from './aligned-bins.ts';
import { describeSample } from './describe-sample.ts';

const valueOf = (result: Comparison | DriftError) => ('value' in result ? result.value : NaN);
const numbers = (text: string) => text.split(' ').map(Number);
const weightsOf = (n: number, seed: number) => seededSample('uniform', n, seed).map((x) => Math.floor(x * 5));

describe('weighted rows agree with scipy 1.17.1 and numpy 2.4.6', () => {
  const rows = weightedPairs.map((row) => [row.slice(0, 3).join(' '), row] as const);
  test.each(rows)('%s', (_, row) => {
    const [shape, n, m, shift, scale, raw, inSd, energy, half, left, right, js] = row;
    const pair = samplesOf([shape, n, m, shift, scale]);
    const reference = { values: pair.reference, weights: weightsOf(n, 3) };
    const current = { values: pair.current, weights: weightsOf(m, 4) };
    expectClose(valueOf(compare('wasserstein', reference, current)), raw);
    expectClose(valueOf(compare('wasserstein', reference, current, { scale: 'reference-sd' })), inSd);
    expectClose(valueOf(compare('energy', reference, current)), energy);
    expectClose(valueOf(compare('wasserstein', reference, pair.current)), half);
    expectClose(valueOf(compare('jensen-shannon', reference, current, { method: 'hist' })), js);
    const cells = commonCells(reference, current, { edges: [-4, -3, -2, -1, 0, 1, 2, 3, 4] });
    expect('reference' in cells && Array.from(cells.reference.subarray(1, 9))).toEqual(numbers(left));
    expect('current' in cells && Array.from(cells.current.subarray(1, 9))).toEqual(numbers(right));
    const moved = massMoved(reference, current, [0, 1]);
    expectClose(totalOf('parts' in moved ? moved.parts : []), raw);
  });
});

describe('weighted rows', () => {
  const reference = { values: ['a', 'b', null, 'a'], weights: [1, 2, 5, 3] };
  const current = { values: ['b', 'c', 'c'], weights: [4, NaN, 4] };
  test('count by their weight; n is the number of rows; no p-value; the variant says so', () => {
    const result = compare('psi', reference, current);
    expect(result).toMatchObject({ nReference: 3, nCurrent: 2, missingReference: 1, missingCurrent: 1 });
    expect(result).toMatchObject({ newCategories: ['c'], variant: expect.stringMatching(/, weighted$/) });
    expect(result).not.toHaveProperty('pValue');
    expectClose(valueOf(compare('total-variation', reference, current)), 2 / 3, 1e-12);
    expectClose(valueOf(compare('l-infinity', reference, current)), 2 / 3, 1e-12);
    const many = { values: new Array<string>(100).fill('a'), weights: new Float64Array(100).fill(1) };
    expect(compare('hellinger', many, many)).not.toHaveProperty('pValue');
    expect(compare('hellinger', many.values, many.values)).toHaveProperty('pValue');
  });
  test('without a value weigh in a cell of their own, where asked for', () => {
    const cells = commonCells(reference, current, { missing: 'own-cell' });
    expect('reference' in cells && Array.from(cells.reference)).toEqual([4, 2, 0, 5]);
    expect('current' in cells && Array.from(cells.current)).toEqual([0, 4, 4, 0]);
    expect(cells).toMatchObject({ rowsReference: 4 });
  });
  test('are described by their rows', () => {
    expect(describeSample(current)).toEqual({ n: 2, missing: 1, infinite: 0, distinct: 2 });
  });
  test('of weight 1, or repeated by their weight, are plain rows', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 3 })), { minLength: 1 });
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        fc.pre([a, b].every((side) => side.some(([, weight]) => weight > 0)));
        const weighted = (side: [number, number][]) => ({
          values: side.map(([value]) => value),
          weights: side.map(([, weight]) => weight),
        });
        const plain = (side: [number, number][]) =>
          side.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
        for (const [name, options] of [
          ['psi', { edges: [-3, 0, 2] }],
          ['total-variation', { edges: [-3, 0, 2] }],
          ['kullback-leibler', { edges: [-3, 0, 2] }],
          ['bhattacharyya', { edges: [-3, 0, 2] }],
          ['histogram-intersection', { edges: [-3, 0, 2] }],
          ['wasserstein', {}],
          ['energy', {}],
        ] as const) {
          const value = valueOf(compare(name, weighted(a), weighted(b), options));
          expect(value).toBeCloseTo(valueOf(compare(name, plain(a), plain(b), options)), 9);
          expect(valueOf(compare(name, weighted(a), plain(b), options))).toBeCloseTo(value, 9);
        }
      })
    );
  });
});

describe('says what is wrong', () => {
  const weighted = { values: [1, 2, 3], weights: [1, 1, 2] };
  const tests = listTests().filter(({ takes }) => !takes.includes('weighted rows'));
  test.each(tests.map(({ name }) => name))('%s is not defined for weights', (name) => {
    const refused = { error: 'not defined', message: expect.stringMatching(/^Weights are not defined for this test/) };
    expect(compare(name, weighted, [1, 2, 3])).toMatchObject(refused);
    expect(compare(name, [1, 2, 3], weighted)).toMatchObject(refused);
  });
  test('ranks, counts and moments are among them', () => {
    expect(tests.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ks', 'welch-t', 'mann-whitney', 'chi-square', 'fisher-exact', 'cramers-v'])
    );
  });
  test('a kernel density, an allowance for chance and trimming are not', () => {
    expect(compare('jensen-shannon', weighted, weighted)).toMatchObject({ error: 'not defined' });
    expect(compare('l-infinity', { values: ['a'], weights: [1] }, ['a'], { robust: true })).toMatchObject({
      error: 'not defined',
    });
    expect(compare('wasserstein', weighted, [1, 2], { trim: 0.1 })).toMatchObject({ error: 'not defined' });
  });
  test('a null scale is not', () => {
    const categories = { values: ['a', 'b'], weights: [50, 60] };
    expect(nullScale({ test: 'psi' }, categories, ['a', 'b'])).toMatchObject({ error: 'not defined' });
  });
  test('assess has no verdict, and says why', () => {
    expect(assess(weighted, weighted)).toMatchObject({ state: 'unknown scale', nReference: 3 });
    expect(assess({ values: ['a', 'b'], weights: [100, 900] }, ['a']).sentence).toContain('Weights are not defined');
  });
  test.each([
    ['negative', { values: [1, 2], weights: [1, -1] }],
    ['infinite', { values: [1, 2], weights: [1, Infinity] }],
    ['too few', { values: [1, 2], weights: [1] }],
    ['all 0', { values: [1, 2], weights: [0, 0] }],
  ])('weights that are %s', (_, sample) => {
    for (const name of ['psi', 'wasserstein', 'energy', 'jensen-shannon'] as const) {
      expect(compare(name, sample, [1, 2])).toMatchObject({ error: 'not defined' });
      expect(compare(name, [1, 2], sample)).toMatchObject({ error: 'not defined' });
    }
  });
  test('no row with both value and weight', () => {
    const empty = { values: [null, 1], weights: [1, NaN] };
    expect(compare('psi', [1, 2], empty)).toMatchObject({ error: 'no data' });
    expect(compare('wasserstein', empty, [1, 2])).toMatchObject({ error: 'no data' });
    expect(compare('wasserstein', { values: ['a'], weights: [1] }, [1])).toMatchObject({ error: 'not numeric' });
  });
});
