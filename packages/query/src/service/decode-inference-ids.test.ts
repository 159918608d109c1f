import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInferenceIds } from './decode-inference-ids.ts';

const timesOf = (...timestamps: unknown[]) =>
  decodeInferenceIds(timestamps.map((timestamp, i) => ({ id: `${String(i)}_0`, timestamp }))).payloads.map(
    ({ time }) => time
  );

describe('row ids with their times', () => {
  it('reads both dialects: with a zone, and local to the nanosecond', () => {
    expect(
      timesOf(
        '2026-11-23T05:35:07.761349+00:00',
        '2026-11-23T05:39:52.503834785',
        '2026-11-23T05:39:52',
        '2026-11-23T05:39',
        '2026-11-23T05:39:52Z',
        '2026-11-23T07:39:52.5+02:00',
        '2026-11-23T00:09:52.5-05:30'
      ).map((time) => new Date(time).toISOString())
    ).toEqual([
      '2026-11-23T05:35:07.761Z',
      '2026-11-23T05:39:52.503Z',
      '2026-11-23T05:39:52.000Z',
      '2026-11-23T05:39:00.000Z',
      '2026-11-23T05:39:52.000Z',
      '2026-11-23T05:39:52.500Z',
      '2026-11-23T05:39:52.500Z',
    ]);
  });

  it('agrees with Date on every moment to the millisecond', () => {
    const date = fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (one) => {
        expect(timesOf(one.toISOString(), one.toISOString().slice(0, -1))).toEqual([one.getTime(), one.getTime()]);
      })
    );
  });

  it('a page tells how many there are in all, a bare list is all', () => {
    expect(decodeInferenceIds({ ids: [], total: 1600, limit: 100, offset: 99_999 })).toEqual({
      payloads: [],
      total: 1600,
    });
    expect(decodeInferenceIds([{ id: 'a', timestamp: '2026-11-23T05:39:52' }]).total).toBe(1);
  });

  it('rows of one payload are together: by id and time on Python, by time on Java', () => {
    const rows = (...ids: string[]) => decodeInferenceIds(ids.map((id) => ({ id, timestamp: '2026-11-23T05:39:52' })));
    expect(rows('a_b_0', 'a_b_1', 'c_0', 'a_b_2').payloads.map(({ id, rows }) => `${id}: ${String(rows)}`)).toEqual([
      'a_b: 2',
      'c: 1',
      'a_b: 1',
    ]);
    expect(rows('0639ed03-d9ab', '682cf0bf-02f4').payloads.map(({ rows }) => rows)).toEqual([2]);
  });

  it.each([
    [{ ids: 1, total: 1 }, /ids should be a list/],
    [{ ids: [] }, /total should be a number/],
    [[{ id: 'a', timestamp: 'yesterday' }], /timestamp should be a date and time and is "yesterday"/],
    [[{ id: 'a', timestamp: '' }], /timestamp should be a date and time/],
    [[{ timestamp: '2026-11-23T05:39:52' }], /id should be text/],
    ['x', /the reply should be a list/],
  ])('%j is refused by name', (json, sentence) => {
    expect(() => decodeInferenceIds(json)).toThrow(sentence);
  });
});
