import fc from 'fast-check';
import { presets } from '@soundcheck/drift';
import type { Column, CountedFeature, DataSet, RowTable, SideName } from '../../read/data-set.ts';
import type { ScoreSeries } from '../../read/score-series.ts';
import type { AnalysisSettings } from '../settings.ts';
import { dataWith } from './data.ts';
import { settingsWith } from './settings.ts';

const HOUR = 3_600_000;

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 0, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324) }
);

/** Mostly within the panel's two days; clocks jump. */
const time = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 48 * HOUR }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -1e13, 1e13, Infinity, 8.7e15) }
);

const NAMES = ['tempo', 'key', 'energy'];
const numbersOf = (length: number) => fc.array(number, { minLength: length, maxLength: length });

function columnsOf(length: number): fc.Arbitrary<Column[]> {
  const values = fc.oneof(
    { weight: 4, arbitrary: numbersOf(length) },
    { weight: 1, arbitrary: number.map((one) => Array<number>(length).fill(one)) }
  );
  const numeric = fc.record({
    kind: fc.constant('numeric' as const),
    feature: fc.constantFrom(...NAMES),
    values: values.map((list) => Float64Array.from(list)),
    unreadable: fc.integer({ min: 0, max: 3 }),
  });
  const categorical = fc.integer({ min: 0, max: 5 }).chain((most) =>
    fc.record({
      kind: fc.constant('categorical' as const),
      feature: fc.constantFrom('plan', 'tempo'),
      codes: fc
        .array(fc.integer({ min: -1, max: most - 1 }), { minLength: length, maxLength: length })
        .map((codes) => Int32Array.from(codes)),
      categories: fc.constant(['a', 'b', '', 'ä', '7'].slice(0, most)),
    })
  );
  return fc.array(fc.oneof(numeric, categorical), { maxLength: 4 });
}

function tables(): fc.Arbitrary<RowTable> {
  return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 30, max: 120 })).chain((length) =>
    fc
      .record({
        side: fc.constantFrom<SideName>('reference', 'current'),
        source: fc.constant('A'),
        times: fc.option(fc.array(time, { minLength: length, maxLength: length }), { nil: undefined }),
        columns: columnsOf(length),
      })
      .map(({ times, ...rest }) => ({ ...rest, length, ...(times && { times: Float64Array.from(times) }) }))
  );
}

const count = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(-5, NaN, Infinity, 0.5) }
);

function counted(): fc.Arbitrary<CountedFeature> {
  return fc.integer({ min: 1, max: 6 }).chain((cells) => {
    const side = fc.record({
      counts: fc.array(count, { minLength: cells, maxLength: cells }).map((list) => Float64Array.from(list)),
      missing: count,
    });
    const edge = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constantFrom(-Infinity, Infinity, NaN));
    const edges = fc.array(edge, { minLength: cells + 1, maxLength: cells + 1 });
    const ascending = fc.constant(Array.from({ length: cells + 1 }, (_, i) => (i === cells ? Infinity : i)));
    return fc.record(
      {
        feature: fc.constantFrom('latency', 'tempo', 'plan'),
        cells: fc.oneof(
          fc.oneof(edges, ascending).map((list) => ({ kind: 'bins' as const, edges: Float64Array.from(list) })),
          fc.constant({ kind: 'categories' as const, categories: ['a', 'b', 'a', 'c', 'd', 'e'].slice(0, cells) })
        ),
        reference: side,
        chunks: fc.array(
          fc.tuple(side, time, fc.integer({ min: -1, max: 12 })).map(([own, from, hours]) => ({
            ...own,
            from,
            to: from + hours * HOUR,
          })),
          { maxLength: 6 }
        ),
      },
      { requiredKeys: ['feature', 'cells', 'chunks'] }
    );
  });
}

function series(): fc.Arbitrary<ScoreSeries> {
  const sample = fc.record(
    { time, value: number, pValue: number, limit: number, nReference: count, nCurrent: count },
    { requiredKeys: ['value'] }
  );
  return fc.record({
    feature: fc.constantFrom(...NAMES),
    model: fc.constantFrom('', 'jukebox'),
    metric: fc.constantFrom('ks', 'mmd', 'compare-means', 'dir', 'mine'),
    valueIs: fc.constantFrom('ks_d', 'p_value', 't', 'ratio', 'other'),
    samples: fc.array(sample, { maxLength: 12 }),
  });
}

/** Any data that could be read, broken in every way that its types allow. */
export const anyData: fc.Arbitrary<DataSet> = fc
  .record({
    tables: fc.array(tables(), { maxLength: 4 }),
    counts: fc.uniqueArray(counted(), { maxLength: 2, selector: ({ feature }) => feature }),
    scores: fc.oneof(
      { weight: 3, arbitrary: fc.constant<ScoreSeries[]>([]) },
      { weight: 1, arbitrary: fc.array(series(), { maxLength: 4 }) }
    ),
    performance: fc.option(
      fc.array(fc.tuple(time, number), { maxLength: 12 }).map((list) => ({
        name: 'accuracy',
        times: Float64Array.from(list, ([at]) => at),
        values: Float64Array.from(list, ([, value]) => value),
      })),
      { nil: undefined }
    ),
  })
  .map(({ performance, ...parts }) => dataWith({ ...parts, ...(performance && { performance }) }));

/** Any settings that the options allow, sensible or not. */
export const anySettings: fc.Arbitrary<AnalysisSettings> = fc
  .record({
    preset: fc.constantFrom('soundcheck' as const, ...presetNames()),
    numericTest: fc.constantFrom('preset' as const, 'preset' as const, 'psi' as const, 'welch-t' as const),
    categoricalTest: fc.constantFrom('preset' as const, 'preset' as const, 'g-test' as const, 'ks' as const),
    alpha: fc.constantFrom(0.05, 0.05, 0.01, 0, 2),
    correction: fc.constantFrom('holm' as const, 'none' as const, 'benjamini-hochberg' as const),
    minRows: fc.constantFrom(30, 30, 0, 1000),
    limit: fc.record({
      by: fc.constantFrom(
        'significance' as const,
        'significance' as const,
        'constant' as const,
        'thresholds' as const,
        'deviations' as const,
        'quantile' as const
      ),
      value: fc.constantFrom(0.1, 0, -1, NaN),
      k: fc.constantFrom(3, -1),
      quantile: fc.constantFrom(0.9, 7),
    }),
    chunks: fc.record({
      by: fc.constantFrom('auto' as const, 'time' as const, 'calendar' as const, 'count' as const, 'size' as const),
      every: fc.constantFrom('6h', 'day', 'month', 'soon', '1ms'),
      n: fc.constantFrom(30, 1, 0, -3, NaN),
    }),
    persistence: fc.record({ need: fc.constantFrom(1, 2, 0), of: fc.constantFrom(1, 3, NaN) }),
    importance: fc.constantFrom('', 'tempo=0.3, key=x'),
    clicked: fc.constantFrom('', 'rows'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Mars/Olympus'),
    mostChunks: fc.constantFrom(60, 1, 0),
    texts: fc.record({ drift: fc.constantFrom('', '{top} {since} {because}'), calm: fc.constant('') }),
  })
  .map((change) => settingsWith({ ...change, thresholds: { tempo: 0.2 } }));

function presetNames(): Array<keyof typeof presets> {
  return Object.keys(presets).filter((name): name is keyof typeof presets => Object.hasOwn(presets, name));
}
