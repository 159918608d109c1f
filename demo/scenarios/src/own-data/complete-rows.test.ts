import { describe, expect, it } from 'vitest';
import { completeRows } from './complete-rows.ts';

const file = {
  name: 'a.csv',
  header: ['wind', 'sky', 'rain'],
  rows: [
    { line: 2, cells: ['1', '', '2'] },
    { line: 3, cells: ['1', 'grey', 'NA'] },
    { line: 4, cells: ['calm', 'grey', '2'] },
    { line: 5, cells: ['3', 'grey', '4'] },
  ],
};

describe('completeRows', () => {
  it('leaves out rows with a missing or odd numeric cell, counts them and names the first', () => {
    const { rows, note } = completeRows(file, ['wind', 'rain']);
    expect(rows.map((row) => row.line)).toEqual([2, 5]);
    expect(note).toBe(
      '2 of 4 rows of a.csv are left out because a numeric cell is missing (the first: line 3, where "rain" is empty).'
    );
  });

  it('says nothing where nothing is missing; gaps in text do not count', () => {
    const whole = { ...file, rows: file.rows.filter((row) => row.line === 2 || row.line === 5) };
    expect(completeRows(whole, ['wind', 'rain'])).toEqual({ rows: whole.rows });
  });

  it('refuses a file with fewer than two whole rows', () => {
    const holed = { ...file, rows: file.rows.slice(0, 3) };
    expect(() => completeRows(holed, ['wind', 'rain'])).toThrow(
      'a.csv has 1 of 3 rows with a number in each of wind, rain; two are the least.'
    );
  });
});
