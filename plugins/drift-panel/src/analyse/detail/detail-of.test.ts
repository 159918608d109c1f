import { assess, isDriftError, meanAndDeviationLimit } from '@soundcheck/drift';
import fc from 'fast-check';
import type { CountedFeature, DataSet } from '../../read/data-set.ts';
import type { DetailRequest, FeatureDetail } from '../../report/detail.ts';
import { finish } from '../../run/finish.ts';
import { chunkAxisOf } from '../chunk-axis.ts';
import { formats } from '../format.ts';
import { reportOf } from '../report-of.ts';
import type { AnalysisSettings } from '../settings.ts';
import { dataWith } from '../testing/data.ts';
import { bell, tableOf } from '../testing/rows.ts';
import { settingsWith } from '../testing/settings.ts';
import { detailOf } from './detail-of.ts';
import { historiesOf } from './histories-of.ts';
import { anyBins, anyNumbers, wrongParts } from './testing/any-sample.ts';
import { present, sum } from './testing/draws.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const settings = settingsWith({ to: 8 * DAY, chunks: { by: 'time', every: '6h', n: 30 } });
const detail = (data: DataSet, request: DetailRequest, change: Partial<AnalysisSettings> = {}) =>
  finish(detailOf(data, request, { ...settings, ...change }));

/** Eight days; on the last two tempo is faster in Brazil. */
function jukebox(): DataSet {
  const n = 4800;
  const country = Array.from({ length: n }, (_, i) => ['DE', 'FR', 'BR', 'US'][i % 4] ?? '');
  const late = (i: number) => i >= 0.75 * n && country[i] === 'BR';
  const tempo = bell(1, n, [120, 20]).map((x, i) => (late(i) ? x + 40 : x));
  const calm = bell(2, n);
  const reference = { tempo: bell(3, 3000, [120, 20]), calm: bell(4, 3000), country: country.slice(0, 3000) };
  return dataWith({
    tables: [
      tableOf('reference', reference, [-5 * DAY, 0]),
      tableOf('current', { tempo, calm, country }, [0, 8 * DAY]),
    ],
  });
}
const data = jukebox();

describe('rows', () => {
  const found = detail(data, { feature: 'tempo' });

  it('carries the numbers of the library, p of this comparison alone', () => {
    const valuesOf = (table: number) => {
      const column = data.tables[table]?.columns[0];
      return column?.kind === 'numeric' ? column.values : new Float64Array();
    };
    const verdict = assess(valuesOf(0), valuesOf(1));
    expect(verdict.state).toBe('drift');
    const say = formats(settings);
    expect(found.numbers).toContain(`KS distance D ${say.number(verdict.comparison?.value ?? NaN)}`);
    expect(found.numbers).toContain(`${say.pWithSign(verdict.pValue ?? NaN)} by itself`);
    expect(found.sentence).toMatch(
      /^tempo: over its limit by itself \(p = 0\.006\), because .* and above rose from 10 % to 13 %: .* of the PSI\.$/
    );
    expect(found.scope).toBe('All current rows, 4,800 rows v reference 3,000');
  });

  it('draws both sides with all their rows', () => {
    const distribution = present(found.distribution);
    expect([distribution.reference.n, distribution.current.n]).toEqual([3000, 4800]);
    expect(distribution.sentence).toContain('the shares part most at');
    expect(sum(present(found.contribution).parts.map(Math.abs))).toBeCloseTo(1, 9);
  });

  it('draws the chunks of the heatmap over time, with when it began', () => {
    const overTime = present(found.overTime);
    const { heatmap, features } = finish(reportOf(data, settings));
    const cells = present(heatmap);
    const row = features.find(({ feature }) => feature === 'tempo')?.row ?? -1;
    expect(overTime.points.map(({ from }) => from)).toEqual(Array.from(cells.from));
    expect(overTime.points.map(({ y }) => y)).toEqual(
      Array.from(cells.value.subarray(row * 32, row * 32 + 32), (value) => expect.closeTo(value, 12))
    );
    expect(overTime.since?.time).toBe(features[row]?.since);
    expect(overTime.since?.time).toBe(6 * DAY);
    expect(overTime.changes.map(({ time }) => time)).toContain(6 * DAY);
    expect(overTime.points[0]?.title).toContain('n 3,000 v 150');
    expect(overTime.limitLabel).toMatch(/^limit 0\.1\d*, critical D for n = 3,000 v 150 at 5 %$/);
  });

  it('shows where the chunks of the reference lie', () => {
    const { referenceBand } = present(found.overTime);
    expect(referenceBand?.text).toBe('20 reference chunks, mean ± 3 sd');
    const column = data.tables[0]?.columns[0];
    const values = column?.kind === 'numeric' ? column.values : new Float64Array();
    const chunks = Array.from({ length: 20 }, (_, i) => assess(values, values.slice(i * 150, (i + 1) * 150)));
    const limits = meanAndDeviationLimit(
      chunks.map(({ comparison }) => comparison?.value ?? NaN),
      { clipTo: [0, Infinity] }
    );
    expect(isDriftError(limits)).toBe(false);
    expect(referenceBand?.high).toBeCloseTo(isDriftError(limits) ? NaN : (limits.upper?.value ?? NaN), 6);
  });

  it('has a ridgeline, a calendar, slices and quality', () => {
    const ridgeline = present<object>(found.ridgeline);
    expect(ridgeline).toHaveProperty('rows.length', 17);
    expect(sum(Array.from(present(found.calendar).n))).toBe(4800);
    expect(present(found.slices).rows[0]).toMatchObject({ column: 'country', value: 'BR', state: 'drift' });
    expect(present(found.slices).sentence).toContain('country carries it: BR alone');
    expect(found.quality).toMatchObject({ feature: 'tempo', nReference: 3000, nCurrent: 4800 });
  });

  it('narrows the current side to a chunk', () => {
    const axis = present(chunkAxisOf(data, settings));
    const calm = detail(data, { feature: 'tempo', chunk: 4 });
    const late = detail(data, { feature: 'tempo', chunk: axis.from.length - 1 });
    expect(calm.scope).toMatch(/, 150 rows v reference 3,000$/);
    expect(present(calm.distribution).current.n).toBe(150);
    expect(calm.sentence).toMatch(/^tempo, .*: within its limit by itself/);
    expect(late.sentence).toMatch(/^tempo, .*: over its limit by itself/);
    expect(present(late.overTime).points).toHaveLength(32);
  });

  it('narrows both sides to a slice', () => {
    const brazil = detail(data, { feature: 'tempo', slice: { column: 'country', value: 'BR' } });
    const france = detail(data, { feature: 'tempo', slice: { column: 'country', value: 'FR' } });
    expect(brazil.scope).toBe('All current rows, country=BR, 1,200 rows v reference 750');
    expect(brazil.sentence).toContain('over its limit');
    expect(france.sentence).toContain('within its limit');
    expect(brazil.slices).toHaveProperty('absent');
  });

  it('names what is gone', () => {
    expect(detail(data, { feature: 'gone' }).distribution).toEqual({
      absent: expect.stringContaining('no feature gone'),
    });
    expect(detail(data, { feature: 'tempo', slice: { column: 'country', value: 'XX' } }).distribution).toHaveProperty(
      'absent'
    );
  });

  it('a constant limit leaves the sampling band where it is', () => {
    const limit = { by: 'constant', value: 0.3, k: 3, quantile: 0.99 } as const;
    const [given, plain] = [present(detail(data, { feature: 'tempo' }, { limit }).overTime), present(found.overTime)];
    expect(given.points[5]).toMatchObject({ limit: 0.3, band: plain.points[5]?.band });
    expect(given.limitLabel).toBe("limit 0.3, set in the panel's options");
  });

  it('follows another tool’s rule by effect where its number and its limit differ in kind', () => {
    const overTime = present(detail(data, { feature: 'tempo' }, { preset: 'alibi-detect' }).overTime);
    expect(overTime.title).toContain('effect ÷ limit');
    expect(overTime.points[31]?.limit).toBe(1);
    expect(overTime.points[31]?.over).toBe(true);
  });
});

it('text has bands, categories and slices', () => {
  const genre = (n: number, share: number) => Array.from({ length: n }, (_, i) => (i % 10 < share ? 'pop' : 'rock'));
  const shop = (n: number) => Array.from({ length: n }, (_, i) => (i % 3 ? 'a' : 'b'));
  const found = detail(
    dataWith({
      tables: [
        tableOf('reference', { genre: genre(2000, 5), shop: shop(2000) }),
        tableOf('current', { genre: genre(2000, 7), shop: shop(2000) }, [0, 8 * DAY]),
      ],
    }),
    { feature: 'genre' }
  );
  expect(present<object>(found.ridgeline)).toHaveProperty('labels', ['rock', 'pop']);
  expect(present(found.distribution).difference.map(Math.abs)).toEqual([0.2, 0.2].map((x) => expect.closeTo(x, 9)));
  expect(present(found.slices).rows).toHaveLength(2);
  expect(wrongParts({ ...found, calendar: {} })).toEqual([]);
});

describe('counts', () => {
  const counted: CountedFeature = {
    feature: 'tempo',
    cells: { kind: 'bins', edges: Float64Array.of(-Infinity, 90, 120, 150, Infinity) },
    reference: { counts: Float64Array.of(100, 400, 400, 100), missing: 3 },
    chunks: Array.from({ length: 28 }, (_, i) => ({
      from: i * 6 * HOUR,
      to: (i + 1) * 6 * HOUR,
      counts: i < 20 ? Float64Array.of(10, 40, 40, 10) : Float64Array.of(40, 30, 20, 10),
      missing: 0,
    })),
  };
  const found = detail(
    dataWith({ counts: [counted] }),
    { feature: 'tempo' },
    { chunks: { by: 'auto', every: '', n: 30 } }
  );

  it('have everything but slices', () => {
    expect(present(found.distribution).cells).toEqual({ kind: 'bins', edges: [60, 90, 120, 150, 180] });
    expect(present(found.overTime).since?.time).toBe(20 * 6 * HOUR);
    expect(present<object>(found.ridgeline)).toHaveProperty('rows.length', 15);
    expect(found.slices).toEqual({ absent: expect.stringContaining('cannot be sliced') });
    expect(present(found.calendar).title).toContain('median of the chunks');
  });

  it('of one chunk are compared alone', () => {
    const late = detail(
      dataWith({ counts: [counted] }),
      { feature: 'tempo', chunk: 25 },
      { chunks: { by: 'auto', every: '', n: 30 } }
    );
    expect(present(late.distribution).current.counts).toEqual([40, 30, 20, 10]);
  });
});

describe('scores', () => {
  const series = {
    feature: 'tempo',
    model: 'm',
    metric: 'ks',
    valueIs: 'ks_d',
    samples: Array.from({ length: 96 }, (_, i) => ({
      time: i * HOUR,
      value: i < 60 ? 0.02 : 0.2,
      nReference: 3000,
      nCurrent: 600,
    })),
  };

  it('tell the history, and how to get the rest', () => {
    const found = detail(dataWith({ scores: [series] }), { feature: 'tempo' }, { to: 4 * DAY });
    expect(present(found.overTime).since?.time).toBe(60 * HOUR);
    for (const part of [found.distribution, found.contribution, found.ridgeline, found.slices, found.quality]) {
      expect(part).toEqual({ absent: expect.stringMatching(/Add two queries with rows/) });
    }
    expect(found.sentence).toMatch(/^tempo: drift, over its limit and significant/);
    expect(present(found.calendar).sentence).toMatch(/^Over the limit/);
  });

  it('with rows beside them get all of it', () => {
    const found = detail({ ...data, scores: [series] }, { feature: 'tempo' }, { to: 4 * DAY });
    expect(present(found.distribution).current.n).toBe(4800);
    expect(found.sentence).toMatch(/^tempo: drift.* By the rows: over its limit by itself/);
    expect(present(found.overTime).title).toContain('KS');
  });

  it('of a chunk are said in words', () => {
    const found = detail(dataWith({ scores: [series] }), { feature: 'tempo', chunk: 0 }, { to: 4 * DAY });
    expect(found.sentence).toMatch(/^tempo, .*: 0\.\d × its limit\.$/);
  });
});

it('histories of several features are those of their details', () => {
  const histories = finish(historiesOf(data, ['tempo', 'gone', 'calm'], settings));
  expect(histories.map(({ feature }) => feature)).toEqual(['tempo', 'calm']);
  expect(histories[0]).toEqual(detail(data, { feature: 'tempo' }).overTime);
});

it('works in steps, so that a page can draw between them', () => {
  const work = detailOf(data, { feature: 'tempo' }, settings);
  const shares: number[] = [];
  for (let step = work.next(); !step.done; step = work.next()) {
    shares.push(step.value.share);
  }
  expect(shares.length).toBeGreaterThan(100);
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

it('any data has a detail in words', () => {
  const anyTime = fc.oneof(fc.integer({ min: 0, max: 8 * DAY }), fc.constantFrom(NaN, 1e16, -1));
  const anyData = fc.record({
    reference: anyNumbers(),
    current: anyNumbers(),
    bins: anyBins(),
    times: fc.array(anyTime, { minLength: 80, maxLength: 80 }),
    withTime: fc.boolean(),
    counted: fc.boolean(),
    chunk: fc.option(fc.nat(40), { nil: undefined }),
    slice: fc.option(fc.constantFrom('a', 'zz', null), { nil: undefined }),
  });
  const parts = (found: FeatureDetail) =>
    Object.values(found).filter((part): part is object => typeof part === 'object' && part !== null);
  fc.assert(
    fc.property(anyData, ({ reference, current, bins, times, withTime, counted, chunk, slice }) => {
      const shop = (n: number) => Array.from({ length: n }, (_, i) => (i % 3 ? 'a' : null));
      const now = tableOf('current', { tempo: current, shop: shop(current.length) });
      const edges = Float64Array.from(bins.edges);
      const counts = Float64Array.from(bins.counts);
      const made = counted
        ? dataWith({
            counts: [
              {
                feature: 'tempo',
                cells: { kind: 'bins', edges },
                reference: { counts, missing: bins.missing },
                chunks: [{ from: 0, to: HOUR, counts, missing: 0 }],
              },
            ],
          })
        : dataWith({
            tables: [
              tableOf('reference', { tempo: reference, shop: shop(reference.length) }),
              { ...now, ...(withTime && { times: Float64Array.from(times.slice(0, now.length)) }) },
            ],
          });
      const request = {
        feature: 'tempo',
        ...(chunk !== undefined && { chunk }),
        ...(slice !== undefined && { slice: { column: 'shop', value: slice } }),
      };
      const found = detail(made, request, { minRows: 3 });
      for (const part of parts(found)) {
        const checked = 'effect' in part ? { ...part, effect: [] } : 'rows' in part && !('x' in part) ? {} : part;
        expect(wrongParts('slice' in checked || 'missingReference' in checked ? {} : checked)).toEqual([]);
      }
      expect(wrongParts([found.scope, found.numbers, found.sentence])).toEqual([]);
    }),
    { numRuns: 200 }
  );
});
