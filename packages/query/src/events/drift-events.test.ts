import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresFromPrometheus } from '../promql/scores-from-prometheus.ts';
import { driftEvents } from './drift-events.ts';
import type { DriftRule } from './drift-events.ts';

const MINUTE = 60_000;
const START = 1_767_607_860_000;

/** p-values of Java, one a minute; null is a missing point. Frames as the browser makes them. */
function frames(...lists: Array<Array<number | null>>) {
  const series = lists.map((list, k) => {
    const points = list.flatMap((value, i) => (value === null ? [] : [{ time: START + i * MINUTE, value }]));
    return {
      labels: { model: 'm', feature: `f${String(k)}`, metric: 'ks', value_is: 'p_value', dialect: 'java' },
      times: points.map(({ time }) => time),
      values: points.map(({ value }) => value),
    };
  });
  return scoresFromPrometheus(series, { refId: 'A', expr: '' });
}

/** Stretches in steps: [first on, first off after it]. */
function stretches(list: Array<number | null>, rule: DriftRule): Array<[number, number | undefined]> {
  const range = { from: START, to: START + list.length * MINUTE };
  return driftEvents(frames(list), { every: MINUTE, range, ...rule }).map(({ time, timeEnd }) => [
    (time - START) / MINUTE,
    timeEnd === undefined ? undefined : (timeEnd - START) / MINUTE,
  ]);
}

describe('when drift began and ended', () => {
  it.each<[string, number, number, Array<[number, number | undefined]>]>([
    [
      '..xx.x..',
      1,
      1,
      [
        [2, 4],
        [5, 6],
      ],
    ],
    ['..xx.x..', 2, 3, [[3, 6]]],
    ['..xx', 1, 1, [[2, undefined]]],
    ['xx..', 1, 1, [[0, 2]]],
    [
      'x?x?.',
      1,
      1,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['x?xx.', 2, 3, [[2, undefined]]],
    ['....', 1, 1, []],
    ['', 1, 1, []],
  ])('%s with %i of %i', (text, need, of, expected) => {
    const list = [...text].map((char) => (char === '?' ? null : char === 'x' ? 0.01 : 0.5));
    expect(stretches(list, { need, of })).toEqual(expected);
  });

  it('is on exactly in the steps of which enough before them were over, counted by hand', () => {
    const list = fc.array(fc.constantFrom(0.01, 0.05, 0.5, NaN, null), { maxLength: 30 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 }), (values, need, more) => {
        const of = need + more;
        const found = stretches(values, { need, of });
        values.forEach((_, step) => {
          const window = values.slice(Math.max(0, step + 1 - of), step + 1);
          const on = window.filter((value) => value !== null && value <= 0.05).length >= need;
          expect(found.some(([start, end]) => step >= start && step < (end ?? Infinity))).toBe(on);
        });
      })
    );
  });

  it('says what, how far, against which limit, and whether it is over', () => {
    const [event, second] = driftEvents(frames([0.5, 0.04, 0.001, 0.5], [0.5, 0.5, 0.5, 0]), { need: 1, of: 1 });
    expect(event).toEqual({
      id: `drift:m:ks:f0::${String(START + MINUTE)}`,
      time: START + MINUTE,
      timeEnd: START + 3 * MINUTE,
      title: 'Drift of f0',
      text: 'KS test, p-value of f0 (m) over its limit in steps of 1 min. Farthest: 0.001, limit 0.05 (service default, thresholdDelta 5 %).',
      tags: ['drift', 'ks', 'm', 'f0'],
    });
    expect(second?.text).toMatch(/Farthest: 0, limit 0\.05 .* It is not over yet\.$/);
    const [began] = driftEvents(frames([0, 0, 0.5]), { need: 1, of: 1 });
    expect(began?.text).toMatch(/It was on when the time range began\.$/);
  });

  it('names the steps that it takes', () => {
    const [event] = driftEvents(frames([0.01, 0.5, 0.01]), { need: 2, of: 3 });
    expect(event?.text).toMatch(/over its limit in at least 2 of 3 steps of 1 min\./);
  });

  it('a limit of its own counts instead; what has no limit or no meaning is passed over', () => {
    expect(driftEvents(frames([0.3, 0.3]), { need: 1, of: 1, limit: 0.4 })[0]?.text).toMatch(
      /limit 0\.4 \(set in the query\)/
    );
    const mean = { model: 'm', feature: 'f', metric: 'mean', value_is: 'mean', dialect: 'java' };
    const up = { __name__: 'up' };
    const list = [mean, up].map((labels) => ({ labels, times: [START, START + MINUTE], values: [9, 9] }));
    expect(driftEvents(scoresFromPrometheus(list, { refId: 'A', expr: '' }), { need: 1, of: 1 })).toEqual([]);
    expect(driftEvents([{ fields: [] }], { need: 1, of: 1 })).toEqual([]);
  });

  it('a rule that cannot be is refused in words', () => {
    expect(() => driftEvents(frames([0.1]), { need: 3, of: 2 })).toThrow(/At least 3 of the last 2 steps/);
  });
});
