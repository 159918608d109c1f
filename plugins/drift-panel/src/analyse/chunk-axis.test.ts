import fc from 'fast-check';
import type { CountedFeature, DataSet, RowTable } from '../read/data-set.ts';
import { isAbsent } from '../report/absent.ts';
import { chunkAxisOf, chunkSamples, type ChunkAxis } from './chunk-axis.ts';
import { featureData } from './features/feature-data.ts';
import type { AnalysisSettings } from './settings.ts';
import { settingsWith } from './testing/settings.ts';
import { dataWith } from './testing/data.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One numeric feature, each value its row number. */
function table(times: readonly number[], side: RowTable['side'] = 'current'): RowTable {
  return {
    side,
    source: 'A',
    length: times.length,
    times: Float64Array.from(times),
    columns: [{ kind: 'numeric', feature: 'x', values: Float64Array.from(times, (_, i) => i), unreadable: 0 }],
  };
}

const every = (n: number, step: number, from = 0) => Array.from({ length: n }, (_, i) => from + i * step);

function axis(data: Partial<DataSet>, change: Partial<AnalysisSettings> = {}): ChunkAxis {
  const found = chunkAxisOf(dataWith(data), settingsWith(change));
  if (isAbsent(found)) {
    throw new Error(found.absent);
  }
  return found;
}

/** Rows of the only feature in each chunk. */
function sizes(data: Partial<DataSet>, found: ChunkAxis): number[] {
  const [feature] = featureData(dataWith(data)).values();
  return feature
    ? chunkSamples(feature, found).map((sample) =>
        'counts' in sample
          ? Array.from(sample.counts).reduce((sum, count) => sum + count, 0)
          : 'length' in sample
            ? sample.length
            : NaN
      )
    : [];
}

describe('auto', () => {
  it('takes the finest round step that has room and rows', () => {
    const data = { tables: [table(every(4_800, HOUR / 100))] };
    expect(axis(data).title).toBe('chunks of 1 h');
    expect(axis(data, { mostChunks: 10 }).title).toBe('chunks of 6 h');
    expect(axis(data, { minRows: 200 }).title).toBe('chunks of 4 h');
    expect(sizes(data, axis(data, { minRows: 200 }))).toEqual(Array(12).fill(400));
  });

  it('aligns to the epoch, whatever the range', () => {
    const { from } = axis({ tables: [table(every(4_000, 36_000, 90 * 60_000))] }, { from: HOUR, mostChunks: 10 });
    expect(Array.from(from, (time) => time % (6 * HOUR))).toEqual(Array(from.length).fill(0));
  });

  it('leaves out rows whose clock jumped', () => {
    const times = [...every(4_800, HOUR / 100), -3e11, 4e12, NaN];
    const { from, to } = axis({ tables: [table(times)] });
    expect([from[0], to[to.length - 1]]).toEqual([0, 48 * HOUR]);
  });

  it('goes on to the end of the range, so that an outage is seen', () => {
    const data = { tables: [table(every(3_600, HOUR / 100))] };
    expect(sizes(data, axis(data)).slice(-13)).toEqual([100, ...Array(12).fill(0)]);
  });
});

describe('by the options', () => {
  const data = { tables: [table(every(1_000, HOUR / 25))] };

  it.each([
    ['time', { by: 'time', every: '6h', n: 0 }, 'chunks of 6 h', [150, 150, 150, 150, 150, 150, 100, 0]],
    ['calendar', { by: 'calendar', every: 'day', n: 0 }, 'chunks of a day (UTC)', [600, 400]],
    ['count', { by: 'count', every: '', n: 3 }, '3 chunks of equal size', [333, 333, 334]],
    ['size', { by: 'size', every: '', n: 300 }, 'chunks of 300 rows', [300, 300, 300, 100]],
  ] as const)('%s', (_, chunks, title, expected) => {
    const found = axis(data, { chunks });
    expect(found.title).toBe(title);
    expect(sizes(data, found)).toEqual(expected);
  });

  it.each([
    [{ by: 'time', every: 'soon', n: 0 }, 'write a number with s, m, h, d or w'],
    [{ by: 'time', every: '1s', n: 0 }, 'take longer ones'],
    [{ by: 'calendar', every: 'fortnight', n: 0 }, 'choose day, week or month'],
    [{ by: 'count', every: '', n: 0 }, 'give a whole number from 1'],
  ] as const)('says what is wrong with %o', (chunks, words) => {
    expect(chunkAxisOf(dataWith(data), settingsWith({ chunks }))).toEqual({ absent: expect.stringContaining(words) });
  });

  it('says so of times that no calendar has', () => {
    const chunks = { by: 'calendar', every: 'month', n: 0 } as const;
    expect(chunkAxisOf(dataWith({ tables: [table([8.7e15])] }), settingsWith({ chunks }))).toEqual({
      absent: expect.stringContaining('has no time'),
    });
  });

  it('says that a time is missing', () => {
    const timeless = { ...table([1, 2, 3]), times: undefined };
    expect(chunkAxisOf(dataWith({ tables: [timeless] }), settingsWith({}))).toEqual({
      absent: expect.stringContaining('Add a column with times'),
    });
  });
});

/** Offsets of the IANA database: clocks of Berlin go back on 2026-10-25, those of Havana spring forward at midnight. */
it.each([
  ['Europe/Berlin', 'day', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', 25],
  ['Europe/Berlin', 'day', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', 23],
  ['Europe/Berlin', 'week', '2026-10-25T12:00:00Z', '2026-10-18T22:00:00Z', 169],
  ['Europe/Berlin', 'month', '2026-10-25T12:00:00Z', '2026-09-30T22:00:00Z', 745],
  ['America/Havana', 'day', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00Z', 23],
  ['Asia/Kathmandu', 'day', '2026-05-01T12:00:00Z', '2026-04-30T18:15:00Z', 24],
  ['Pacific/Apia', 'day', '2011-12-29T22:00:00Z', '2011-12-29T10:00:00Z', 24],
])('a calendar chunk in %s: the %s around %s', (...[timeZone, unit, time, start, hours]) => {
  const at = Date.parse(time);
  const found = axis(
    { tables: [table([at])] },
    { from: at - 1, to: at + 1, timeZone, chunks: { by: 'calendar', every: unit, n: 0 } }
  );
  expect(new Date(found.from[0] ?? NaN).toISOString()).toBe(`${start.slice(0, -1)}.000Z`);
  expect(((found.to[0] ?? NaN) - (found.from[0] ?? NaN)) / HOUR).toBe(hours);
});

describe('counts', () => {
  const counted = (bounds: ReadonlyArray<readonly [number, number]>): CountedFeature => ({
    feature: 'x',
    cells: { kind: 'categories', categories: ['a', 'b'] },
    chunks: bounds.map(([from, to]) => ({ from, to, counts: Float64Array.of(3, 4), missing: 1 })),
  });
  const hours = (n: number, offset = 0) => every(n, HOUR, offset).map((from): [number, number] => [from, from + HOUR]);

  it('keep their chunks', () => {
    const data = { counts: [counted(hours(48, 7 * 60_000))] };
    const found = axis(data);
    expect(found.title).toBe('chunks of 1 h');
    expect(found.from[1]).toBe(HOUR + 7 * 60_000);
    expect(sizes(data, found)).toEqual(Array(48).fill(7));
  });

  it('are joined where there is no room, none lost', () => {
    const data = { counts: [counted(hours(48, 7 * 60_000))] };
    const found = axis(data, { mostChunks: 10, minRows: 1 });
    expect(found.title).toBe('chunks of 6 h');
    expect(sizes(data, found).reduce((sum, n) => sum + n, 0)).toBe(48 * 7);
  });

  it('are never cut', () => {
    const data = { counts: [counted([[0, DAY]])] };
    expect(axis(data, { chunks: { by: 'time', every: '1h', n: 0 } }).title).toBe('chunks of 1 d');
  });
});

it('every row inside is in exactly one chunk, in any order of times', () => {
  const rule = fc.constantFrom('auto', 'time', 'count', 'size', 'calendar');
  const times = fc.array(fc.integer({ min: 0, max: 2 * DAY - 1 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(times, rule, (list, by) => {
      const data = { tables: [table(list)] };
      const found = axis(data, { chunks: { by, every: by === 'calendar' ? 'day' : '3h', n: 7 } });
      expect(sizes(data, found).reduce((sum, n) => sum + n, 0)).toBe(list.length);
      found.from.forEach((from, i) => {
        expect(from).toBeLessThan(found.to[i] ?? NaN);
        expect(from).toBeGreaterThanOrEqual(found.to[i - 1] ?? -Infinity);
      });
    })
  );
});
