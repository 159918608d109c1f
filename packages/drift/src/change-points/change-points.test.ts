import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import {
  adwinKept,
  adwinOld,
  adwinTable,
  frourosTable,
  riverPageHinkleyTable,
  tabularCusum,
} from '../testing/change-point-tables.ts';
import { expectClose } from '../testing/close.ts';
import { stream } from '../testing/streams.ts';
import { adwin } from './adwin.ts';
import type { ChangeDetector } from './change-detector.ts';
import { changePoints } from './change-points.ts';
import { cusum } from './cusum.ts';
import { frourosCusum, frourosPageHinkley, pageHinkley, river011PageHinkley } from './page-hinkley.ts';
import type { DriftError } from '../types.ts';

function made(detector: ChangeDetector | DriftError): ChangeDetector {
  if (isDriftError(detector)) {
    throw new Error(detector.message);
  }
  return detector;
}

/** What the tables hold of a run: detections, weighted sums of widths and estimates, every 500th state. */
function run(detector: ChangeDetector, series: Float64Array) {
  const found: number[] = [];
  const states: number[][] = [];
  let [widths, levels, statistics] = [0, 0, 0];
  series.forEach((x, i) => {
    if (detector.update(x)) {
      found.push(i);
    }
    const { n, estimate, statistic } = detector.state();
    widths += n * ((i % 101) + 1);
    levels += estimate * ((i % 103) + 1);
    statistics += statistic;
    if (i % 500 === 499) {
      states.push([n, estimate]);
    }
  });
  return { found, states, widths, levels, statistics };
}

describe('ADWIN', () => {
  const cases = [
    ...adwinTable.map(([name, options, ...rest]) => ({ name, options, rest })),
    ...adwinOld.map(([name, options, ...rest]) => ({
      name,
      options: { ...options, cuts: 'river-0.21' as const },
      rest,
    })),
  ];
  test.each(cases)('$name, $options as river', ({ name, options, rest: [found, widths, levels, states] }) => {
    const ours = run(made(adwin(options)), stream(name));
    expect(ours.found).toEqual(found);
    expect(ours.widths).toBe(widths);
    expectClose(ours.levels, levels);
    states.forEach(([width, estimate], i) => {
      expect(ours.states[i]?.[0]).toBe(width);
      expectClose(ours.states[i]?.[1], estimate);
    });
  });
  test.each(adwinKept)('%s, %o, kept after detections', (...[name, options, found, widths, levels]) => {
    const ours = run(made(adwin({ ...options, afterDetection: 'keep' })), stream(name));
    expect(ours.found).toEqual(found);
    expect(ours.widths).toBe(widths);
    expectClose(ours.levels, levels);
  });
  test('explains a detection', () => {
    const detector = made(adwin());
    const series = stream('coin');
    series.slice(0, 1024).forEach((x) => detector.update(x));
    const state = detector.state();
    expect(state.direction).toBe('up');
    expect(state.statistic).toBeGreaterThan(state.limit);
    expect(state.sinceChange).toBe(state.n);
    // The reset forgets all.
    detector.reset();
    expect(run(detector, series).found).toEqual([1023]);
  });
});

describe('Page–Hinkley', () => {
  test.each(riverPageHinkleyTable)('%s, %o as river', (name, options, found, statistics) => {
    const ours = run(made(pageHinkley(options)), stream(name));
    expect(ours.found).toEqual(found);
    expectClose(ours.statistics, statistics);
  });
  test.each(frourosTable)('%s of frouros on %s, %o', (...[kind, name, options, first, total]) => {
    const preset = kind === 'CUSUM' ? frourosCusum : frourosPageHinkley;
    const detector = made(pageHinkley({ ...preset, ...options }));
    let sum = 0;
    const at = stream(name).findIndex((x) => {
      const detected = detector.update(x);
      sum += detector.state().statistic;
      return detected;
    });
    expect(at).toBe(first);
    expectClose(sum, total);
  });
  test('on the limit: past it only where that is asked for', () => {
    // 8 is 4 above the running mean of 0 and 8: S = 0, 4.
    const options = { minInstances: 1, delta: 0, threshold: 4, alpha: 1 };
    const exclusive = made(pageHinkley(options));
    const inclusive = made(pageHinkley({ ...river011PageHinkley, ...options }));
    expect([0, 8].map((x) => exclusive.update(x))).toEqual([false, false]);
    expect([0, 8].map((x) => inclusive.update(x))).toEqual([false, true]);
  });
});

describe('CUSUM', () => {
  test.each(tabularCusum)('%s, first %i values: both sums', (...[name, n, mean, sd, allowance, rows]) => {
    const up = made(cusum({ mean, sd, allowance, limit: 1e9, mode: 'up' }));
    const down = made(cusum({ mean, sd, allowance, limit: 1e9, mode: 'down' }));
    const series = stream(name).slice(0, n);
    rows.forEach(([above, below], i) => {
      [up, down].forEach((detector) => detector.update(series[i] ?? NaN));
      expect(Math.abs(up.state().statistic - above)).toBeLessThan(1e-9);
      expect(Math.abs(down.state().statistic - below)).toBeLessThan(1e-9);
    });
  });
  test('Montgomery’s table 9.2: signals at the 29th value, 7 values after the shift began', () => {
    const series = [
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
      10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ];
    const { points } = changePoints(series, made(cusum({ mean: 10, sd: 1 })));
    expect(points).toMatchObject([{ index: 28, start: 22, nAfter: 7, direction: 'up' }]);
    expectClose(points[0]?.statistic, 5.28, 1e-12);
    // μ + K + C⁺ / N⁺, his example 9.2.
    const detector = made(cusum({ mean: 10, sd: 1 }));
    series.slice(0, 29).forEach((x) => detector.update(x));
    expectClose(detector.state().estimate, 11.25, 1e-3);
  });
  test('learns mean and sd, going on while all values are equal', () => {
    const detector = made(cusum({ learn: 3 }));
    [5, 5, 5, 5].forEach((x) => detector.update(x));
    expect(detector.state()).toMatchObject({ n: 4, statistic: 0, estimate: 5 });
    detector.update(6);
    expectClose(detector.state().estimate, 5.2, 1e-12);
    // sd of 5, 5, 5, 5, 6 is √0.2: (9 − 5.2) / √0.2 − ½.
    expect(detector.update(9)).toBe(true);
    expectClose(detector.state().statistic, 3.8 / Math.sqrt(0.2) - 0.5, 1e-12);
  });
});

const detectors = {
  adwin: () => made(adwin({ clock: 1, delta: 0.5 })),
  'page-hinkley': () => made(pageHinkley({ threshold: 8 })),
  cusum: () => made(cusum({ learn: 20 })),
};
const names = ['adwin', 'page-hinkley', 'cusum'] as const;

describe('laws', () => {
  const level = fc.integer({ min: -4, max: 4 });
  const series = fc
    .array(fc.tuple(level, fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 20, maxLength: 40 })), {
      maxLength: 4,
    })
    .map((parts) => parts.flatMap(([shift, noise]) => noise.map((x) => shift + x / 16)));
  test.each(names)('%s finds the mirrored changes of a mirrored series', (name) => {
    fc.assert(
      fc.property(series, (x) => {
        const there = changePoints(x, detectors[name]());
        const back = changePoints(
          x.map((value) => -value),
          detectors[name]()
        );
        expect(back.points.map(({ index }) => index)).toEqual(there.points.map(({ index }) => index));
        const turned = { up: 'down', down: 'up' } as const;
        expect(back.points.map(({ direction }) => direction && turned[direction])).toEqual(
          there.points.map(({ direction }) => direction)
        );
      }),
      { numRuns: 40 }
    );
  });
  test.each(names)('%s leaves missing and infinite values out, and says so', (name) => {
    const x = stream('abrupt').slice(900, 1300);
    const plain = changePoints(x, detectors[name]());
    const holed = changePoints(
      Array.from(x).flatMap((value, i) => (i % 5 === 0 ? [value, NaN, null, -Infinity] : [value])),
      detectors[name]()
    );
    expect(plain.points.length).toBeGreaterThan(0);
    expect(holed).toMatchObject({ n: 400, missing: 160, infinite: 80, state: plain.state });
    expect(holed.points.map((point) => ({ ...point, index: 0, start: 0 }))).toEqual(
      plain.points.map((point) => ({ ...point, index: 0, start: 0 }))
    );
    expect(holed.points.map(({ index }) => index)).toEqual(
      plain.points.map(({ index }) => index + 3 * Math.ceil(index / 5))
    );
  });
  test.each(names)('%s finds nothing in a constant or in nothing', (name) => {
    expect(changePoints(new Float64Array(500).fill(7), detectors[name]()).points).toEqual([]);
    expect(changePoints([NaN, null], detectors[name]())).toMatchObject({ points: [], n: 0, missing: 2 });
  });
});

describe('change points', () => {
  test('say where a change began, from what to what', () => {
    const series = Array.from({ length: 300 }, (_, i) => (i < 200 ? 1 : 3) + ((i * 3 + 3) % 10) / 10);
    const { points } = changePoints(series, made(cusum()));
    expect(points[0]).toMatchObject({ start: 200, direction: 'up', nBefore: 200 });
    expectClose(points[0]?.before, 1.45, 1e-12);
    expect(points[0]?.sentence).toMatch(
      /^the level rose from 1\.45 to 3\.\d+ over the last \d values \(CUSUM, up and down: /
    );
  });
});

describe('refuses', () => {
  test.each([
    [adwin({ delta: 0 }), 'delta'],
    [adwin({ delta: 2 }), 'above 0 to 1'],
    [adwin({ clock: 1.5 }), 'a whole number from 1'],
    [pageHinkley({ threshold: NaN }), 'threshold is no number'],
    [pageHinkley({ alpha: 1.1 }), 'from 0 to 1'],
    [cusum({ mean: 1 }), 'only one of mean and sd'],
    [cusum({ mean: 1, sd: 0 }), 'above 0'],
    [cusum({ learn: 1 }), 'learn is 1'],
  ])('%o', (made, word) => {
    expect(made).toMatchObject({ error: 'not defined' });
    expect('message' in made && made.message).toContain(word);
  });
});
