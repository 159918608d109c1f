import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DriftError } from '../types.ts';
import { persistsOverTime } from './persists-over-time.ts';
import type { PersistenceStep, TimedPoint } from './persists-over-time.ts';

const list = (steps: PersistenceStep[] | DriftError) => (Array.isArray(steps) ? steps : []);

describe('steps', () => {
  test('are aligned to the epoch; a missing one counts as not over', () => {
    const points = [
      { time: 12, over: true },
      { time: 31, over: true },
      { time: 45, over: false },
    ];
    expect(persistsOverTime(points, { need: 2, of: 3, every: 10 }, [15, 45])).toEqual([
      { start: 10, end: 20, over: true, missing: false, on: false },
      { start: 20, end: 30, over: false, missing: true, on: false },
      { start: 30, end: 40, over: true, missing: false, on: true },
      { start: 40, end: 50, over: false, missing: false, on: false },
    ]);
  });
  test('of several points: the last one says, in time and then in the list', () => {
    const over = (points: TimedPoint[]) =>
      list(persistsOverTime(points, { need: 1, of: 1, every: 10 }, [0, 10])).map((step) => step.over);
    expect(
      over([
        { time: 8, over: false },
        { time: 3, over: true },
      ])
    ).toEqual([false]);
    expect(
      over([
        { time: 3, over: false },
        { time: 8, over: true },
      ])
    ).toEqual([true]);
    expect(
      over([
        { time: 8, over: false },
        { time: 8, over: true },
      ])
    ).toEqual([true]);
    expect(
      over([
        { time: 3, over: true },
        { time: 8, over: null },
      ])
    ).toEqual([false]);
    expect(
      over([
        { time: NaN, over: true },
        { time: 10, over: true },
      ])
    ).toEqual([false]);
  });
  test('are as a brute-force count says, and the same in every range that shows them', () => {
    const point = fc.record({ time: fc.integer({ min: -60, max: 60 }), over: fc.constantFrom(true, false, null) });
    const rule = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 9 }))
      .map(([need, more, every]) => ({ need, of: need + more, every }));
    const edge = fc.integer({ min: -70, max: 70 });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), rule, edge, edge, (...[points, persistence, from, to]) => {
        const { need, of, every } = persistence;
        const lastOver = (start: number) => {
          const inStep = points.filter(({ time }) => time >= start && time < start + every);
          const latest = Math.max(...inStep.map(({ time }) => time));
          return inStep.filter(({ time }) => time === latest).at(-1)?.over === true;
        };
        const expected: { start: number; on: boolean }[] = [];
        for (let start = -80 * every; start < to && from < to; start += every) {
          if (start + every > from) {
            const window = Array.from({ length: of }, (_, back) => lastOver(start - back * every));
            expected.push({ start, on: window.filter(Boolean).length >= need });
          }
        }
        const steps = list(persistsOverTime(points, persistence, [from, to]));
        expect(steps.map(({ start, on }) => ({ start, on }))).toEqual(expected);
      })
    );
  });
});

describe('says what is wrong', () => {
  test.each([
    [0, 1, 10],
    [3, 2, 10],
    [1.5, 2, 10],
    [1, 2, 0],
    [1, 2, NaN],
  ])('with %d of %d every %d', (need, of, every) => {
    expect(persistsOverTime([], { need, of, every }, [0, 10])).toMatchObject({ error: 'not defined' });
  });
  test('with a range of too many steps or without an end', () => {
    expect(persistsOverTime([], { need: 1, of: 1, every: 1 }, [0, 1e9])).toMatchObject({ error: 'not defined' });
    expect(persistsOverTime([], { need: 1, of: 1, every: 1 }, [0, Infinity])).toMatchObject({ error: 'not defined' });
    expect(persistsOverTime([], { need: 1, of: 1, every: 1 }, [10, 0])).toEqual([]);
  });
});
