import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { overallMeans, sides, slicesOfMean, slicesOfShare, slicesOfVariation } from '../testing/slice-tables.ts';
import { sliceDrift } from './slice-drift.ts';
import type { SliceDrift } from './slice-drift.ts';

function split(...args: Parameters<typeof sliceDrift>): SliceDrift {
  const result = sliceDrift(...args);
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** The rows of `sliced` in reference/monitor_tables.py. */
function sliced(side: 'reference' | 'current', seed: number) {
  const [n, ends, adds] = sides[side];
  const index = Array.from(seededSample('uniform', n, seed), (u) => ends.filter((end) => end <= u).length);
  const bell = seededSample('bell', n, seed + 1);
  const x = index.map((slice, i) => (bell[i] ?? NaN) + (adds[slice] ?? NaN));
  return {
    x,
    level: x.map((value) => (value > 1 ? 'high' : value > 0 ? 'middle' : 'low')),
    slice: index.map(String),
  };
}

describe('agrees with pandas, scipy and statsmodels', () => {
  const [reference, current] = [sliced('reference', 31), sliced('current', 41)];
  const slicer = { reference: reference.slice, current: current.slice };
  test('on means', () => {
    const drift = split({ reference: reference.x, current: current.x }, slicer);
    expectClose(drift.reference, overallMeans[0]);
    expectClose(drift.current, overallMeans[1]);
    for (const [name, n, m, mix, within, ...tested] of slicesOfMean) {
      const slice = drift.slices.find((one) => one.slice === String(name));
      expect(slice).toMatchObject({ nReference: n, nCurrent: m });
      expectClose(slice?.mix, mix);
      expectClose(slice?.within, within);
      const found = [slice?.value, slice?.pValue, slice?.adjustedPValue];
      tested.forEach((expected, i) =>
        expected === null ? expect(found[i]).toBeUndefined() : expectClose(found[i], expected)
      );
    }
    expect(drift.slices.map(({ slice, state }) => [slice, state])).toEqual([
      ['3', 'no data'],
      ['0', 'possible'],
      ['2', 'too few rows'],
      ['1', 'no drift'],
    ]);
  });
  test.each(slicesOfShare)('on the share of %s', (category, ...expected) => {
    const drift = split({ reference: reference.level, current: current.level }, slicer, { category });
    expect(drift.category).toBe(category);
    expected.forEach((value, i) => {
      const slice = drift.slices.find((one) => one.slice === String(i % 4));
      expectClose(i < 4 ? slice?.mix : slice?.within, value);
    });
  });
  test('on the total variation', () => {
    const { totalVariation } = split({ reference: reference.level, current: current.level }, slicer);
    [totalVariation.value, totalVariation.mix, totalVariation.within].forEach((value, i) =>
      expectClose(value, slicesOfVariation[i] ?? NaN)
    );
  });
});

describe('says it in one sentence', () => {
  const rows = (...parts: [string, number, number][]) => ({
    slice: parts.flatMap(([slice, n]) => new Array<string>(n).fill(slice)),
    x: parts.flatMap(([, n, x]) => new Array<number>(n).fill(x)),
  });
  const say = (p: ReturnType<typeof rows>, q: ReturnType<typeof rows>) =>
    split({ reference: p.x, current: q.x }, { reference: p.slice, current: q.slice }, { name: 'region' }).sentence;
  test('mix', () => {
    expect(say(rows(['EU', 20, 12], ['US', 80, 2]), rows(['EU', 45, 12], ['US', 55, 3]))).toBe(
      'of the rise of 3.05, 78 % is mix: region=EU rose from 20 % to 45 % of the rows'
    );
  });
  test('within', () => {
    expect(say(rows(['EU', 50, 4], ['US', 50, 4]), rows(['EU', 50, 2], ['US', 50, 4]))).toBe(
      'of the fall of 1, 100 % is within slices: in region=EU it fell from 4 to 2'
    );
  });
  test('both, against each other', () => {
    expect(say(rows(['EU', 20, 12], ['US', 80, 2]), rows(['EU', 40, 10], ['US', 60, 2]))).toBe(
      'the mean changed by +1.2: +1.8 by mix (region=EU rose from 20 % to 40 % of the rows), −0.6 within slices (in region=EU it fell from 12 to 10)'
    );
  });
  test('neither', () => {
    expect(say(rows(['EU', 20, 12]), rows(['EU', 40, 12]))).toBe('the mean did not change');
  });
  test('shares', () => {
    const target = { reference: ['a', 'a', 'b', 'b'], current: ['a', 'b', 'b', 'b'] };
    const slicer = { reference: [null, null, 'x', 'x'], current: [null, null, 'x', 'x'] };
    expect(split(target, slicer).sentence).toBe(
      'of the fall of 25 points in the share of "a", 100 % is within slices: in slice missing it fell from 100 % to 50 %'
    );
  });
});

describe('laws', () => {
  const row = fc.record({ x: fc.integer({ min: -40, max: 40 }), slice: fc.option(fc.constantFrom('a', 'b', 'c')) });
  const rows = fc.array(row, { minLength: 1, maxLength: 60 });
  type Rows = { x: number; slice: string | null }[];
  const splitRows = (p: Rows, q: Rows, name = (slice: string | null) => slice, add = 0) =>
    split(
      { reference: p.map(({ x }) => x + add), current: q.map(({ x }) => x + add) },
      { reference: p.map(({ slice }) => name(slice)), current: q.map(({ slice }) => name(slice)) },
      { minimumRows: 5, edges: [-20 + add, 0 + add, 10 + add] }
    );
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9);
  const meanOf = (side: Rows) => side.reduce((sum, { x }) => sum + x, 0) / side.length;

  test('mix and within add up: of the means, of the total variation, over the slices', () => {
    fc.assert(
      fc.property(rows, rows, (p, q) => {
        const drift = splitRows(p, q);
        close(drift.mix + drift.within, meanOf(q) - meanOf(p));
        close(
          drift.slices.reduce((sum, { mix, within }) => sum + mix + within, 0),
          drift.difference
        );
        const { value, mix, within } = drift.totalVariation;
        close(mix + within, value);
        const plain = compare(
          'total-variation',
          p.map(({ x }) => x),
          q.map(({ x }) => x),
          { edges: [-20, 0, 10] }
        );
        close(value, 'value' in plain ? plain.value : NaN);
      })
    );
  });
  test('nothing changes against itself, nor by mix where shares are equal', () => {
    fc.assert(
      fc.property(rows, rows, (p, q) => {
        const same = splitRows(p, p);
        close(same.mix, 0);
        close(same.within, 0);
        expect(same.slices.every(({ state }) => state === 'no drift' || state === 'too few rows')).toBe(true);
        const moved = p.map(({ slice }, i) => ({ slice, x: q[i % q.length]?.x ?? 0 }));
        close(splitRows(p, moved).mix, 0);
      })
    );
  });
  test('turned round, both parts change sign', () => {
    fc.assert(
      fc.property(rows, rows, (p, q) => {
        const [there, back] = [splitRows(p, q), splitRows(q, p)];
        close(there.mix, -back.mix);
        close(there.within, -back.within);
      })
    );
  });
  test('order of rows, names of slices and the zero of the scale are no matter', () => {
    const names = { a: 'z', b: 'y', c: 'x' } as Record<string, string>;
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: -99, max: 99 }), (p, q, add) => {
        const plain = splitRows(p, q);
        const other = splitRows([...p].reverse(), [...q].reverse(), (slice) => slice && (names[slice] ?? ''), add);
        for (const { slice, mix, within, pValue, state } of plain.slices) {
          const twin = other.slices.find((one) => one.slice === (slice && names[slice]));
          close(twin?.mix ?? NaN, mix);
          close(twin?.within ?? NaN, within);
          expect(twin).toMatchObject({ state });
          expectClose(twin?.pValue ?? 1, pValue ?? 1);
        }
      })
    );
  });
});

describe('counts what it leaves out, and says what is wrong', () => {
  test('missing and infinite rows', () => {
    const target = { reference: [1, NaN, 3, Infinity], current: [2, null, 4] };
    expect(split(target, { reference: ['a', 'a', 'b', 'b'], current: ['a', 'b', 'b'] })).toMatchObject({
      nReference: 2,
      nCurrent: 2,
      missingReference: 1,
      missingCurrent: 1,
      infiniteReference: 1,
      infiniteCurrent: 0,
      difference: 1,
    });
  });
  test('categories inside a slice: total variation, χ²; a single one is no change', () => {
    const texts = (...shares: [string, number][]) => shares.flatMap(([name, n]) => new Array<string>(n).fill(name));
    const target = {
      reference: texts(['u', 30], ['v', 30], ['w', 40]),
      current: texts(['u', 50], ['v', 10], ['w', 40]),
    };
    const slicer = texts(['one', 60], ['two', 40]);
    const { slices } = split(target, { reference: slicer, current: slicer });
    const test = compare('chi-square', target.reference.slice(0, 60), target.current.slice(0, 60));
    expectClose(slices[0]?.value, 1 / 3, 1e-12);
    expectClose(slices[0]?.pValue, 'value' in test ? (test.pValue ?? NaN) : NaN);
    expect(slices[0]?.state).toBe('drift');
    expect(slices[1]).toMatchObject({ slice: 'two', value: 0, pValue: 1, state: 'no drift' });
  });
  test.each([
    [{ reference: [1], current: [1, 2] }, 'current sample has 2 rows, its slicing category 1'],
    [{ reference: sortedSample([1]), current: [1] }, 'reference sample has lost the order'],
    [{ reference: [1], current: ['a'] }, 'One side of the feature holds text'],
    [{ reference: [NaN], current: [1] }, 'reference sample holds no value'],
  ])('%o', (target, message) => {
    const result = sliceDrift(target, { reference: ['a'], current: ['a'] });
    expect(isDriftError(result) && result.message).toContain(message);
  });
});
