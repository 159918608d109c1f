import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adwin } from './change-points/adwin.ts';
import { changePoints } from './change-points/change-points.ts';
import { cusum } from './change-points/cusum.ts';
import { pageHinkley } from './change-points/page-hinkley.ts';
import type { CalendarPeriod } from './chunks/calendar-period.ts';
import { chunksByCount, chunksBySize } from './chunks/chunks-by-rows.ts';
import { chunksByBounds, chunksByTime } from './chunks/chunks-by-time.ts';
import { compareOverChunks } from './chunks/compare-over-chunks.ts';
import { persistsOverTime } from './chunks/persists-over-time.ts';
import { compare } from './compare.ts';
import { chunkDistances } from './distances/chunk-distances.ts';
import type { ChunkTest } from './distances/chunk-distances.ts';
import { compareChunks } from './distances/compare-chunks.ts';
import { massMoved } from './distances/mass-moved.ts';
import { isDriftError } from './errors.ts';
import { constantLimit } from './limits/constant-limit.ts';
import { meanAndDeviationLimit } from './limits/mean-and-deviation-limit.ts';
import { quantileLimit } from './limits/quantile-limit.ts';
import { listTests } from './list-tests.ts';
import { adjust } from './multiplicity/adjust.ts';
import type { Adjustment } from './multiplicity/adjust.ts';
import { nullScale } from './null-scale/null-scale.ts';
import { expectedCalibrationError } from './performance/calibration.ts';
import { driftAgainstPerformance } from './performance/drift-against-performance.ts';
import { driftImpact } from './performance/drift-impact.ts';
import { estimatePerformance } from './performance/estimated-performance.ts';
import { realisedPerformance } from './performance/realised-performance.ts';
import { nannymlChunks } from './presets/nannyml-chunks.ts';
import { listPresets } from './presets/presets.ts';
import type { ChosenTest } from './presets/preset.ts';
import { runPresetOnFeatures } from './presets/run-preset-on-features.ts';
import { runPreset } from './presets/run-preset.ts';
import { assessQuality } from './quality/assess-quality.ts';
import { describeSample } from './samples/describe-sample.ts';
import { sliceDrift } from './slices/slice-drift.ts';
import { anyOptions } from './testing/any-options.ts';
import { anyPair, anySample, goodRows, oddNumbers } from './testing/any-sample.ts';
import { runs } from './testing/runs.ts';
import { complaints, slips } from './testing/well-formed.ts';
import { assessMany } from './verdict/assess-many.ts';
import { assess } from './verdict/assess.ts';
import { explain } from './verdict/explain.ts';
import { persists } from './verdict/persistence.ts';

/** Names of categories are the caller's, whatever they say. */
const namesOfCategories = [
  'categories',
  'newCategories',
  'vanishedCategories',
  'label',
  'slice',
  'category',
  'feature',
];

/** No exception, and no NaN or slip of words anywhere in the result but under the names allowed. */
function sound<T>(arbitrary: fc.Arbitrary<T>, run: (given: T) => unknown, allowed: readonly string[] = [], count = 60) {
  fc.assert(
    fc.property(arbitrary, (given) => {
      expect(slips(run(given), [...namesOfCategories, 'message', ...allowed])).toEqual([]);
    }),
    runs(count, process.env)
  );
}

const anyNumber = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double({ min: 0, max: 1 }),
  fc.constantFrom(...oddNumbers, 1e9)
);
const anyNumbers = fc.array(anyNumber, { maxLength: 40 });
const anySeries = fc.array(fc.option(anyNumber), { maxLength: 60 });
const level = fc.constantFrom(0.05, 0.01, 0, 1, -1, NaN, Infinity);
const features = fc.array(
  anyPair.map(([reference, current]) => ({ feature: 'x', reference, current })),
  { maxLength: 3 }
);

describe('verdicts', () => {
  test('describeSample', () => sound(anySample, describeSample, ['n']));

  test('assess', () => {
    sound(fc.tuple(anyPair, level), ([pair, alpha]) => assess(...pair, { alpha }));
    sound(anyPair, (pair) => assess(...pair, { minimumRows: 0 }));
  });

  test('explain', () => sound(anyPair, (pair) => explain(...pair, { minimumRows: 0 })));

  test('assessMany', () => sound(features, (given) => assessMany(given, { minimumRows: 0 }), [], 25));

  test.each(listTests())('assess by $name', ({ name }) => {
    const chosen = { test: name } as ChosenTest;
    const settings = { tests: { numeric: chosen, categorical: chosen }, minimumRows: 0, nullScale: { draws: 19 } };
    sound(anyPair, (pair) => assess(...pair, settings), [], 25);
  });

  test.each(listTests())('nullScale of $name', (description) => {
    sound(
      fc.tuple(
        anyPair,
        anyOptions(description),
        fc.constantFrom(0.05, 0.5),
        fc.constantFrom('auto', 'asymptotic', 'permutation')
      ),
      ([pair, options, alpha, method]) =>
        nullScale({ test: description.name, options } as ChosenTest, ...pair, { alpha, method, draws: 19 }),
      [],
      25
    );
  });

  test('assessQuality', () =>
    sound(fc.tuple(anyPair, anyNumber, anyNumber), ([pair, standardErrors, most]) =>
      assessQuality(...pair, { standardErrors, rows: { most } })
    ));
});

describe('presets', () => {
  test.each(listPresets())('$name', (preset) => {
    sound(anyPair, (pair) => {
      const result = runPreset(preset, ...pair);
      if (!isDriftError(result)) {
        expect(complaints(result.comparison, [[], []]).filter((complaint) => !/missing|rows/.test(complaint))).toEqual(
          []
        );
      }
      return result;
    });
    sound(features, (given) => runPresetOnFeatures(preset, given), [], 20);
    sound(anyPair, (pair) => assess(...pair, { preset }), [], 25);
  });

  test('nannymlChunks', () => {
    const rows = fc.oneof(anySeries, goodRows.text, goodRows.numbers);
    const method = fc.constantFrom('jensen-shannon', 'ks', 'wasserstein', 'hellinger', 'l-infinity', 'chi-square');
    sound(
      fc.tuple(rows, fc.array(anySample, { maxLength: 3 }), method, fc.option(anyNumber, { nil: undefined })),
      ([reference, chunks, by, chunkSize]) =>
        nannymlChunks(reference, chunks, { method: by, ...(chunkSize === undefined ? {} : { chunkSize }) }),
      // A chunk without a value.
      ['value', 'referenceValues']
    );
  });
});

describe('chunks', () => {
  const names = Object.keys(chunkDistances).filter((name): name is ChunkTest => name in chunkDistances);

  test.each(listTests().filter(({ name }) => names.some((chunkTest) => chunkTest === name)))(
    'compareChunks by $name gives what compare gives',
    (description) => {
      const name = names.find((chunkTest) => chunkTest === description.name) ?? 'psi';
      const counts = fc.array(fc.oneof(fc.nat(20), fc.constantFrom(...oddNumbers)), { minLength: 3, maxLength: 3 });
      sound(
        fc.tuple(counts, fc.array(counts, { maxLength: 3 }), anyOptions(description), fc.boolean()),
        ([own, chunks, options, binned]) => {
          const side = (cells: number[]) =>
            binned ? { edges: [0, 1, 2, 3], counts: cells } : { categories: ['a', 'b', 'c'], counts: cells };
          const result = compareChunks(name, side(own), { counts: Float64Array.from(chunks.flat()) }, options);
          if (isDriftError(result)) {
            return result;
          }
          chunks.forEach((chunk, i) => {
            const alone = compare(name, side(own), side(chunk), { ...options, missing: 'left-out' });
            const value = result.values[i] ?? NaN;
            if (isDriftError(alone)) {
              return;
            }
            expect(
              Math.abs(value - alone.value) <= 1e-9 * Math.max(1e-3, Math.abs(value)) || value === alone.value
            ).toBe(true);
          });
          return result;
        },
        ['values', 'nCurrent']
      );
    }
  );

  test.each(listTests())('compareOverChunks by $name gives what compare gives', ({ name }) => {
    sound(
      fc.tuple(anySample, fc.array(anySample, { maxLength: 3 })),
      ([reference, chunks]) => {
        const results = compareOverChunks(name, reference, chunks);
        results.forEach((result, i) => {
          const alone = compare(name, reference, chunks[i] ?? []);
          expect(isDriftError(result)).toBe(isDriftError(alone));
        });
        return [results, compareOverChunks(name, 'previous', chunks)];
      },
      [],
      15
    );
  });

  test('by rows', () => {
    sound(fc.tuple(anyNumber, anyNumber, fc.constantFrom('keep', 'drop', 'append')), ([n, size, remainder]) => [
      n > 1000 ? [] : chunksBySize(n, size, { remainder }),
      size > 1000 ? [] : chunksByCount(n, size),
    ]);
  });

  test('by time', () => {
    const period = fc.constantFrom<CalendarPeriod | number>(
      'day',
      'week',
      'month',
      'quarter',
      'year',
      3,
      0,
      -1,
      NaN,
      1e-9,
      Infinity
    );
    sound(fc.tuple(anySeries, period, anyNumber, anyNumber), ([times, every, offset, from]) => [
      chunksByTime(times, every, { offset, utcOffset: offset }),
      chunksByTime(times, every, { from, to: offset }),
    ]);
    sound(fc.tuple(anySeries, anyNumbers), ([times, bounds]) => chunksByBounds(times, bounds));
  });

  test('persistence', () => {
    const over = fc.array(fc.option(fc.boolean()), { maxLength: 20 });
    sound(fc.tuple(over, anyNumber, anyNumber), ([steps, need, of]) => persists(steps, { need, of }));
    const points = fc.array(fc.record({ time: anyNumber, over: fc.option(fc.boolean()) }), { maxLength: 20 });
    sound(fc.tuple(points, anyNumber, anyNumber, anyNumber, anyNumber), ([given, need, of, every, to]) =>
      persistsOverTime(given, { need, of, every }, [0, to])
    );
  });

  test('massMoved', () => sound(fc.tuple(anyPair, anyNumbers), ([pair, edges]) => massMoved(...pair, edges)));
});

describe('limits', () => {
  test('of reference chunks', () => {
    sound(fc.tuple(anySeries, anyNumber, anyNumber), ([values, k, minimumChunks]) => [
      meanAndDeviationLimit(values, { k, minimumChunks }),
      meanAndDeviationLimit(values, { clipTo: [0, 1], minimumChunks: 1 }),
      quantileLimit(values, { lower: k, upper: 0.9, minimumChunks }),
      constantLimit(k),
    ]);
  });
});

describe('change detectors', () => {
  const options = <T extends string>(...names: T[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, anyNumber])), { requiredKeys: [] });
  // Before the first value there is no level, and before the first change no mean.
  const unknown = ['estimate', 'before', 'limit', 'statistic', 'sentence'];

  test.each([
    ['adwin', adwin, options('delta', 'clock', 'maxBuckets', 'minWindowLength', 'gracePeriod')],
    ['cusum', cusum, options('mean', 'sd', 'learn', 'allowance', 'limit')],
    ['pageHinkley', pageHinkley, options('minInstances', 'delta', 'threshold', 'alpha')],
  ] as const)('%s', (_, make, any) => {
    sound(
      fc.tuple(anySeries, fc.oneof(any, fc.constant({}))),
      ([series, given]) => {
        const detector = make(given);
        return isDriftError(detector) ? detector : changePoints(series, detector);
      },
      unknown
    );
  });
});

describe('slices', () => {
  test('sliceDrift', () => {
    const slicer = fc.array(fc.option(fc.constantFrom('a', 'b', '__proto__')), { minLength: 40, maxLength: 40 });
    const length = (sample: object) => ('length' in sample ? Number(sample.length) : 0);
    sound(fc.tuple(anyPair, slicer, slicer), ([[reference, current], one, other]) =>
      sliceDrift(
        { reference, current },
        { reference: one.slice(0, length(reference)), current: other.slice(0, length(current)) },
        { minimumRows: 1 }
      )
    );
  });
});

describe('performance', () => {
  const bits = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(0, 1) }, fc.constantFrom(NaN, null, 2));
  const scores = fc.oneof(
    { weight: 20, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    fc.constantFrom(NaN, null, 2)
  );
  const column = <T>(row: fc.Arbitrary<T>) => fc.array(row, { minLength: 8, maxLength: 8 });

  test('estimates and counts', () => {
    sound(fc.tuple(column(scores), column(bits), column(bits), anyNumber), ([p, predictions, labels, bins]) => [
      estimatePerformance({ scores: p, predictions }, { reference: { scores: p, labels }, bins }),
      estimatePerformance({ scores: p, predictions }),
      realisedPerformance({ scores: p, predictions, labels }),
      realisedPerformance({ predictions, labels }),
      expectedCalibrationError({ scores: p, labels }, { binning: 'equal-mass', bins }),
    ]);
  });

  test('drift against it', () => {
    sound(fc.tuple(anySeries, anySeries, anyNumber), ([drift, performance, mean]) =>
      driftAgainstPerformance(drift, performance.slice(0, drift.length), mean)
    );
    sound(fc.tuple(anyNumbers, anyNumbers), ([drift, importance]) => driftImpact(drift, importance), [
      'impact',
      'ranks',
    ]);
  });
});

describe('corrections', () => {
  const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1 }), fc.constantFrom(0, 1, NaN)), { maxLength: 12 });
  const methods: Adjustment[] = ['none', 'benjamini-hochberg', 'holm', 'bonferroni', 'benjamini-yekutieli'];

  test.each(methods)('%s keeps the order, raises no p past 1 and lowers none', (method) => {
    fc.assert(
      fc.property(pValues, (given) => {
        const adjusted = adjust(given, method);
        given.forEach((p, i) => {
          const own = adjusted[i] ?? NaN;
          expect(Number.isNaN(own)).toBe(Number.isNaN(p));
          expect(Number.isNaN(p) || (own >= p && own <= 1)).toBe(true);
          given.forEach((other, j) => expect(p <= other && own > (adjusted[j] ?? NaN)).toBe(false));
        });
      }),
      runs(200, process.env)
    );
  });

  test('Bonferroni ≥ Holm ≥ Benjamini–Hochberg ≥ none, and Benjamini–Yekutieli ≥ Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const [none, bh, holm, bonferroni, by] = methods.map((method) => adjust(given, method));
        given.forEach((p, i) => {
          const at = (adjusted?: Float64Array) => (Number.isNaN(p) ? 0 : (adjusted?.[i] ?? NaN));
          expect(at(bonferroni)).toBeGreaterThanOrEqual(at(holm));
          expect(at(holm)).toBeGreaterThanOrEqual(at(bh));
          expect(at(bh)).toBeGreaterThanOrEqual(at(none));
          expect(at(by)).toBeGreaterThanOrEqual(at(bh));
        });
      }),
      runs(200, process.env)
    );
  });

  test('a smaller p raises none', () => {
    fc.assert(
      fc.property(pValues, fc.constantFrom(...methods), (given, method) => {
        const before = adjust(given, method);
        const after = adjust(
          [...given].map((p, i) => (i === 0 ? p / 2 : p)),
          method
        );
        given.forEach((p, i) => expect(Number.isNaN(p) || (after[i] ?? NaN) <= (before[i] ?? NaN)).toBe(true));
      }),
      runs(200, process.env)
    );
  });
});
