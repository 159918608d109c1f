import { describe, expect, it } from 'vitest';
import { isMissing, toNumber, toTime } from './cells.ts';

describe('cells', () => {
  it.each([
    ['1.5', 1.5],
    [' -3e2 ', -300],
    ['.5', 0.5],
    ['0x10', undefined],
    ['1,5', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
    ['', undefined],
  ])('number %j is %s', (cell, value) => expect(toNumber(cell)).toBe(value));

  it.each(['', ' ', 'NA', 'n/a', 'NaN', 'null', 'None'])('%j is missing', (cell) => expect(isMissing(cell)).toBe(true));
  it.each(['0', '-', 'nil'])('%j is not missing', (cell) => expect(isMissing(cell)).toBe(false));

  it.each([
    ['2012-01-01', '2012-01-01T00:00:00.000Z'],
    ['2012/1/2', '2012-01-02T00:00:00.000Z'],
    ['2012-01-01T10:20:30.5Z', '2012-01-01T10:20:30.500Z'],
    ['2012-01-01 10:20', '2012-01-01T10:20:00.000Z'],
    ['2012-01-01T10:20:00+02:00', '2012-01-01T08:20:00.000Z'],
    ['1325376000', '2012-01-01T00:00:00.000Z'],
    ['1325376000000', '2012-01-01T00:00:00.000Z'],
  ])('time %j is %s', (cell, iso) => expect(new Date(toTime(cell) ?? NaN).toISOString()).toBe(iso));

  it.each(['2012-02-30', '2012-13-01', '01/02/2012', 'yesterday', '', '2012-01-01T25:00:00'])('%j is no time', (cell) =>
    expect(toTime(cell)).toBeUndefined()
  );
});
