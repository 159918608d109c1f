import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketWidth, countByTime, MOST_BUCKETS } from './buckets.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const span = fc.record({ from: fc.integer({ min: 0, max: 4e12 }), length: fc.integer({ min: 0, max: 4e11 }) });

describe('rows by time', () => {
  it.each([
    [3 * MINUTE, 1000],
    [60 * MINUTE, 30_000],
    [DAY, 10 * MINUTE],
    [7 * DAY, 60 * MINUTE],
    [90 * DAY, 12 * 60 * MINUTE],
    [365 * DAY, 2 * DAY],
  ])('%d ms have buckets of %d ms', (length, width) => {
    expect(bucketWidth({ from: 0, to: length })).toBe(width);
  });

  it('every row of the range is in one bucket, and there are never more than 200', () => {
    const rows = fc.array(fc.record({ at: fc.double({ min: -0.5, max: 1.5, noNaN: true }), rows: fc.nat({ max: 9 }) }));
    fc.assert(
      fc.property(span, rows, ({ from, length }, all) => {
        const range = { from, to: from + length };
        const counted = all.map(({ at, rows }) => ({ time: from + Math.round(at * length), rows }));
        const { starts, counts } = countByTime(counted, range);
        const width = bucketWidth(range);
        expect(starts.length).toBeGreaterThan(0);
        expect(starts.length).toBeLessThanOrEqual(MOST_BUCKETS);
        starts.forEach((start, i) => {
          const inside = ({ time }: { time: number }) =>
            time >= Math.max(start, range.from) && time < start + width && time <= range.to;
          const expected = counted.filter(inside).reduce((sum, { rows }) => sum + rows, 0);
          expect(counts[i]).toBe(expected);
          expect(Math.abs(start % width)).toBe(0);
        });
        const within = counted.filter(({ time }) => time >= range.from && time <= range.to);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(within.reduce((sum, { rows }) => sum + rows, 0));
      })
    );
  });
});
