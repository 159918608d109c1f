import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, weekMs } from '../scenario.ts';
import { placeInTime } from './times.ts';

function place(...times: string[]) {
  const rows = times.map((time, i) => ({ line: i + 2, cells: [time] }));
  return placeInTime({ name: 'b.csv', header: ['date'], rows }, rows, 'date');
}

describe('placeInTime', () => {
  it('only moves a span of some days, and orders rows by time', () => {
    const { rows, timeNote } = place('2024-01-04', '2024-01-01', '2024-01-03T12:00:00Z');
    expect(rows.map(({ row, offsetMs }) => [row.line, offsetMs])).toEqual([
      [3, -3 * dayMs],
      [4, -12 * hourMs],
      [2, 0],
    ]);
    expect(timeNote).toBe(
      'Times of b.csv are not shown as they are: its rows run from 2024-01-01 to 2024-01-04 by "date" (3 days); ' +
        'they are moved so that the last row is at the end of history, their distances unchanged.'
    );
  });

  it('scales a long span down to 7 days and says by how much', () => {
    const { rows, timeNote } = place('2024-01-01', '2024-01-08', '2024-01-15');
    expect(rows.map(({ offsetMs }) => offsetMs)).toEqual([-weekMs, -weekMs / 2, 0]);
    expect(timeNote).toContain(
      '(14 days); they are moved so that the last row is at the end of history, and all distances are multiplied by 0.5 so that they fit 7 days.'
    );
  });

  it('scales a span under a day up to 7 days', () => {
    const { rows, timeNote } = place('2024-01-01T00:00:00Z', '2024-01-01T01:00:00Z');
    expect(rows[0]?.offsetMs).toBe(-weekMs);
    expect(timeNote).toContain('(1 hours); ');
    expect(timeNote).toContain('multiplied by 168');
  });

  it('spreads rows of one moment evenly, in the order of the file', () => {
    const { rows, timeNote } = place('2024-01-01', '2024-01-01');
    expect(rows.map(({ row, offsetMs }) => [row.line, offsetMs])).toEqual([
      [2, -weekMs / 2],
      [3, 0],
    ]);
    expect(timeNote).toContain('all at one moment; they are spread evenly over 7 days');
  });

  it('keeps order and ends at 0, within 7 days, whatever the times', () => {
    const epochs = fc.array(fc.integer({ min: 0, max: 4e9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(epochs, (seconds) => {
        const { rows } = place(...seconds.map(String));
        expect(rows.at(-1)?.offsetMs).toBe(0);
        expect(rows.every(({ offsetMs }) => offsetMs <= 0 && offsetMs >= -weekMs)).toBe(true);
        const order = rows.map(({ row }) => Number(row.cells[0]));
        expect(order).toEqual([...seconds].sort((a, b) => a - b));
      })
    );
  });

  it('names file, line, column and remedy for a time it cannot read', () => {
    expect(() => place('2024-01-01', 'soon')).toThrow(
      'b.csv, line 3: "soon" in column "date" is not a time. Write times as 2024-12-31'
    );
  });
});
