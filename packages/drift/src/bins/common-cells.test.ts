import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { Sample } from '../samples/sample.ts';
import { pooledCounts } from '../testing/bins-tables.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import type { BinOptions } from './bin-options.ts';
import { commonCells } from './common-cells.ts';
import type { CommonCells } from './common-cells.ts';

function cellsOf(reference: Sample, current: Sample, options?: BinOptions): CommonCells {
  const cells = commonCells(reference, current, options);
  if (isDriftError(cells)) {
    throw new Error(cells.message);
  }
  return cells;
}

const numbers = (text: string) => text.split(' ').map(Number);

describe('counts as numpy.histogram', () => {
  test.each(pooledCounts)(
    '%s %i v %i, + %f × %f, %s',
    (...[shape, n, m, shift, scale, rule, left, right, whole, distance]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      const pooled = cellsOf(reference, current, { rule, of: 'pooled' });
      expect(Array.from(pooled.reference)).toEqual(numbers(left));
      expect(Array.from(pooled.current)).toEqual(numbers(right));
      const own = cellsOf(reference, current, { rule });
      expect(Array.from(own.current)).toEqual(numbers(whole));
      expect(own.edges?.length).toBe(own.current.length + 1);
      const js = compare('jensen-shannon', reference, current, { rule, of: 'pooled', base: 2 });
      expectClose('value' in js ? js.value : NaN, distance);
    }
  );
});

describe('values outside', () => {
  test('go to open bins, or to the outer bins', () => {
    const options = { rule: 'equal-width', bins: 2 } as const;
    const open = cellsOf([0, 10], [-1, 4, 10, 11, 12], options);
    expect([Array.from(open.current), Array.from(open.edges ?? [])]).toEqual([
      [1, 1, 1, 2],
      [-Infinity, 0, 5, 10, Infinity],
    ]);
    const outer = cellsOf([0, 10], [-1, 4, 10, 11, 12], { ...options, outside: 'outer-bins' });
    expect([Array.from(outer.current), Array.from(outer.edges ?? [])]).toEqual([
      [2, 3],
      [-Infinity, 5, Infinity],
    ]);
    expect(Array.from(cellsOf([1], [-5, 3], { edges: [0, 2], outside: 'outer-bins' }).current)).toEqual([2]);
  });
  test('fall into the outer bins of a side that is binned already, where that is asked for', () => {
    const binned = { edges: [0, 1, 2], counts: [3, 4] };
    expect(Array.from(cellsOf(binned, [-1, 0.5, 9]).current)).toEqual([1, 1, 0, 1]);
    expect(Array.from(cellsOf(binned, [-1, 0.5, 9], { outside: 'outer-bins' }).current)).toEqual([2, 1]);
  });
});

describe('nothing is dropped in silence', () => {
  test('infinite rows are counted, and told', () => {
    const cells = cellsOf([1, 2, 3, -Infinity], [2, Infinity, Infinity], { rule: 'equal-width', bins: 2 });
    expect(cells).toMatchObject({ infiniteReference: 1, infiniteCurrent: 2 });
    expect([totalOf(cells.reference), totalOf(cells.current)]).toEqual([4, 3]);
    expect(compare('psi', [1, 2, 3], [2, Infinity])).toMatchObject({ infiniteCurrent: 1 });
    expect(compare('psi', [1, 2, 3], [2])).not.toHaveProperty('infiniteCurrent');
  });
  test('new and vanished categories are told', () => {
    const facts = { newCategories: ['c'], vanishedCategories: ['a'] };
    expect(cellsOf(['a', 'b'], ['b', 'c', null])).toMatchObject({ ...facts, missingCurrent: 1 });
    expect(compare('psi', ['a', 'b'], ['b', 'c'])).toMatchObject(facts);
    expect(compare('psi', ['a', 'b'], ['b', 'a'])).not.toHaveProperty('newCategories');
  });
  test('missing rows get a cell of their own where that is asked for', () => {
    const own = { missing: 'own-cell' } as const;
    const categories = cellsOf(['a', 'b', null], ['b', 'a'], own);
    expect(categories).toMatchObject({ categories: ['a', 'b', 'missing'], missingCell: 2, missingReference: 1 });
    expect(Array.from(categories.reference)).toEqual([1, 1, 1]);
    const bins = cellsOf([1, 2, NaN], [null, null, 2], own);
    expect(bins).toMatchObject({ missingCell: 2, edges: Float64Array.of(-Infinity, 1.5, Infinity) });
    expect([Array.from(bins.reference), Array.from(bins.current)]).toEqual([
      [1, 1, 1],
      [0, 1, 2],
    ]);
    expect(compare('chi-square', [1, 2, NaN], [null, null, 2], own)).toMatchObject({
      nCurrent: 3,
      missingCurrent: 2,
      missingTerm: 2,
      df: 2,
    });
  });
  test('a side of nothing but missing rows is data where they have a cell, and no data where not', () => {
    expect(commonCells([1, 2], [NaN, NaN])).toMatchObject({ error: 'no data' });
    expect(Array.from(cellsOf([1, 2], [NaN, NaN], { missing: 'own-cell' }).current)).toEqual([0, 0, 2]);
    expect(Array.from(cellsOf(['a'], [null], { missing: 'own-cell' }).current)).toEqual([0, 1]);
  });
  test('no cell is made where no row is missing, and a category of its name stays apart', () => {
    expect(cellsOf(['a'], ['b'], { missing: 'own-cell' })).not.toHaveProperty('missingCell');
    expect(cellsOf(['missing', null], ['b'], { missing: 'own-cell' }).categories).toEqual([
      'missing',
      'b',
      'missing (no value)',
    ]);
  });
  test('missing rows of counts are taken over', () => {
    const binned = (missing: number) => ({ edges: [0, 1, 2], counts: [1, 2], missing });
    expect(cellsOf(binned(3), binned(0))).toMatchObject({ missingReference: 3, missingCurrent: 0 });
    expect(Array.from(cellsOf(binned(3), binned(0), { missing: 'own-cell' }).reference)).toEqual([1, 2, 3]);
    expect(cellsOf({ categories: ['a'], counts: [1], missing: 2 }, ['a'])).toMatchObject({ missingReference: 2 });
  });
  test('every row is in a cell or counted as missing, whatever the rule; sorted rows give the same', () => {
    const rows = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double(), fc.constant(null)), { minLength: 1 });
    const options = fc.record(
      {
        rule: fc.constantFrom('quantile', 'equal-width', 'sqrt', 'sturges', 'doane', 'scott', 'auto'),
        of: fc.constantFrom('reference', 'pooled'),
        outside: fc.constantFrom('open-bins', 'outer-bins'),
        fewValues: fc.integer({ min: 0, max: 12 }),
        bins: fc.integer({ min: 1, max: 12 }),
        missing: fc.constantFrom('left-out', 'own-cell'),
      },
      { requiredKeys: [] }
    );
    fc.assert(
      fc.property(rows, rows, options, (reference, current, given) => {
        const cells = commonCells(reference, current, given);
        fc.pre(!isDriftError(cells));
        if (isDriftError(cells)) {
          return;
        }
        const inCells = given.missing === 'own-cell' ? 0 : 1;
        expect(totalOf(cells.reference) + inCells * cells.missingReference).toBe(reference.length);
        expect(totalOf(cells.current) + inCells * cells.missingCurrent).toBe(current.length);
        const edges = cells.edges ?? new Float64Array();
        expect(edges.every((edge, i) => i === 0 || edge > (edges[i - 1] ?? NaN))).toBe(true);
        expect(edges.length - 1).toBe(cells.missingCell ?? cells.reference.length);
        expect(commonCells(sortedSample(reference), sortedSample(current), given)).toEqual(cells);
      })
    );
  });
});

describe('says what is wrong', () => {
  test.each([[[2, 1]], [[1, 1]], [[0, NaN]], [[]]])('with the edges %j', (edges) => {
    expect(commonCells([1], [2], { edges })).toMatchObject({ error: 'not defined' });
  });
  test('with a binned side of the wrong length', () => {
    expect(commonCells({ edges: [0, 1], counts: [1, 2] }, [1])).toMatchObject({ error: 'not defined' });
    expect(commonCells([1], { edges: [0, 1], counts: [1, 2] })).toMatchObject({ error: 'not defined' });
  });
});
