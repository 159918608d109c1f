import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodChunks } from '../testing/nannyml-tables.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { DriftError } from '../types.ts';
import { rowsOfChunk } from './chunk.ts';
import { chunksByBounds, chunksByTime } from './chunks-by-time.ts';
import type { TimedChunks } from './time-rows.ts';

function found(result: TimedChunks | DriftError): TimedChunks {
  if ('error' in result) {
    throw new Error(result.message);
  }
  return result;
}

const utc = (text: string) => Date.parse(`${text}Z`);
const starts = (result: TimedChunks | DriftError) =>
  found(result).chunks.map(({ start }) => new Date(start).toISOString().slice(0, 16));

describe('calendar periods hold the rows of NannyML 0.13.1', () => {
  test.each(periodChunks)(
    '%i rows from %i ms over %i days (seed %i) by %s',
    (...[n, first, days, seed, period, expected]) => {
      const times = seededSample('uniform', n, seed).map((u) => first + 1000 * Math.floor(u * days * 86400));
      const { chunks } = found(chunksByTime(times, period));
      const filled = chunks.filter((chunk) => chunk.n > 0);
      expect(filled.map(({ start, n: rows }) => `${start}:${rows}`).join(' ')).toBe(expected);
      // NannyML leaves empty periods out. Here they stay, so that chunks touch.
      chunks.slice(1).forEach(({ start }, i) => expect(start).toBe(chunks[i]?.end));
    }
  );
});

describe('calendar periods', () => {
  test('start at the midnights of a fixed offset', () => {
    const times = [utc('2024-03-01T22:30'), utc('2024-03-02T22:30')];
    expect(starts(chunksByTime(times, 'day', { utcOffset: 120 }))).toEqual(['2024-03-01T22:00', '2024-03-02T22:00']);
    expect(starts(chunksByTime(times, 'month', { utcOffset: -330 }))).toEqual(['2024-03-01T05:30']);
    expect(starts(chunksByTime([utc('2024-02-29T23:30')], 'month', { utcOffset: 60 }))).toEqual(['2024-02-29T23:00']);
  });
  test('know leap years, the turn of the year, Mondays, and years before 100', () => {
    const yearTurn = [utc('2023-12-31T12:00'), utc('2024-01-01T00:00')];
    expect(starts(chunksByTime(yearTurn, 'week'))).toEqual(['2023-12-25T00:00', '2024-01-01T00:00']);
    expect(starts(chunksByTime(yearTurn, 'quarter'))).toEqual(['2023-10-01T00:00', '2024-01-01T00:00']);
    const february = found(chunksByTime([utc('2024-02-10T00:00')], 'month')).chunks[0];
    expect(february && (february.end - february.start) / 86_400_000).toBe(29);
    expect(starts(chunksByTime([utc('0050-06-01T00:00')], 'year'))).toEqual(['0050-01-01T00:00']);
  });
});

describe('fixed periods', () => {
  test('are aligned to the epoch, or to an offset, and half-open', () => {
    const times = [5, 10, 19, 20];
    expect(found(chunksByTime(times, 10)).chunks.map(({ start, end, n }) => [start, end, n])).toEqual([
      [0, 10, 1],
      [10, 20, 2],
      [20, 30, 1],
    ]);
    expect(found(chunksByTime([-1], 10)).chunks[0]).toMatchObject({ start: -10, end: 0 });
    expect(found(chunksByTime(times, 10, { offset: 25 })).chunks.map(({ start }) => start)).toEqual([5, 15]);
  });
  test('cover the range asked for, and hold their rows before it too', () => {
    const result = found(chunksByTime([1, 12, 18, 55], 10, { from: 15, to: 40 }));
    expect(result.chunks.map(({ start, n }) => [start, n])).toEqual([
      [10, 2],
      [20, 0],
      [30, 0],
    ]);
    expect(result.outside).toBe(2);
    expect(found(chunksByTime([], 10, { from: 0, to: 20 })).chunks).toHaveLength(2);
    expect(found(chunksByTime([5], 10, { from: 7, to: 7 })).chunks).toEqual([]);
  });
  test('of no time are none; rows without a time are counted', () => {
    expect(chunksByTime([], 10)).toEqual({ chunks: [], missing: 0, outside: 0 });
    expect(chunksByTime([NaN, null, Infinity], 10)).toEqual({ chunks: [], missing: 3, outside: 0 });
    expect(found(chunksByTime([NaN, 3], 10))).toMatchObject({ missing: 1, chunks: [{ n: 1 }] });
  });
});

describe('rows', () => {
  test('in order are a range, out of order a list in the order of rows', () => {
    expect(found(chunksByTime([1, 1, 12], 10)).chunks[0]?.rows).toEqual({ from: 0, to: 2 });
    const result = found(chunksByTime([12, 1, 15, 1], 10));
    expect(result.chunks.map(({ rows }) => rows)).toEqual([
      { indices: Uint32Array.of(1, 3) },
      { indices: Uint32Array.of(0, 2) },
    ]);
    expect(result.chunks.map((chunk) => rowsOfChunk(['a', 'b', 'c', 'd'], chunk))).toEqual([
      ['b', 'd'],
      ['a', 'c'],
    ]);
  });
  test('are each in the one chunk that holds their time, in order or not', () => {
    const time = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(NaN, Infinity, null));
    fc.assert(
      fc.property(fc.array(time), fc.integer({ min: 1, max: 20 }), fc.boolean(), (list, period, sorted) => {
        const times = sorted ? list.filter(Number.isFinite).sort((a, b) => Number(a) - Number(b)) : list;
        const { chunks, missing, outside } = found(chunksByTime(times, period));
        const rows = times.map((_, i) => i);
        const inside = chunks.flatMap((chunk) => rowsOfChunk(rows, chunk));
        expect([...inside].sort((a, b) => a - b)).toEqual(rows.filter((row) => Number.isFinite(times[row])));
        expect([inside.length + missing, outside]).toEqual([times.length, 0]);
        for (const chunk of chunks) {
          const own = rowsOfChunk(times, chunk).map(Number);
          expect(own.every((x) => x >= chunk.start && x < chunk.end)).toBe(true);
          expect([own.length, chunk.start % period === 0]).toEqual([chunk.n, true]);
        }
      })
    );
  });
});

describe('bounds', () => {
  test('as a list: what lies before and after is counted', () => {
    const result = found(chunksByBounds([0, 5, 30, 31, 99, NaN], [5, 30, 40]));
    expect(result).toMatchObject({ missing: 1, outside: 2, chunks: [{ n: 1 }, { n: 2 }] });
  });
  test('as a function, for days of 23 and 25 hours', () => {
    // Berlin, 30 March 2024 to 1 April 2024: the clocks go forward on the 31st.
    const midnights = ['2024-03-29T23:00', '2024-03-30T23:00', '2024-03-31T22:00', '2024-04-01T22:00'].map(utc);
    const around = (time: number) => {
      const after = midnights.findIndex((midnight) => midnight > time);
      return [midnights[after - 1] ?? NaN, midnights[after] ?? NaN] as const;
    };
    const times = [utc('2024-03-30T12:00'), utc('2024-03-31T21:59'), utc('2024-03-31T22:00')];
    const { chunks } = found(chunksByBounds(times, around));
    expect(chunks.map(({ start, end, n }) => [(end - start) / 3_600_000, n])).toEqual([
      [24, 1],
      [23, 1],
      [24, 1],
    ]);
  });
  test.each([[[]], [[1]], [[2, 1]], [[1, 1]], [[1, NaN]], [[1, Infinity]]])('%j are refused', (bounds) => {
    expect(chunksByBounds([1], bounds)).toMatchObject({ error: 'not defined' });
  });
  test('by a function that holds not its time, leaves gaps or has no end are refused', () => {
    const times = [1, 25];
    expect(chunksByBounds(times, () => [5, 9])).toMatchObject({ error: 'not defined' });
    expect(chunksByBounds(times, (time) => [time - 1, time + 1])).toMatchObject({ error: 'not defined' });
    expect(chunksByBounds(times, () => [NaN, NaN])).toMatchObject({ error: 'not defined' });
    expect(chunksByTime([1e300], 'day')).toMatchObject({ error: 'not defined' });
    expect(chunksByTime([0, 1e12], 1)).toMatchObject({ error: 'not defined' });
    expect(chunksByTime([0], 0)).toMatchObject({ error: 'not defined' });
    expect(chunksByTime([0], NaN)).toMatchObject({ error: 'not defined' });
  });
});
