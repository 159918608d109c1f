import { expect, test } from 'vitest';
import { isWeekdayNight } from './week.ts';

test.each([
  ['Friday 6 March, 21:59', Date.UTC(2026, 2, 6, 21, 59), false],
  ['Friday 6 March, 22:00', Date.UTC(2026, 2, 6, 22), true],
  ['Saturday 7 March, 05:59', Date.UTC(2026, 2, 7, 5, 59), true],
  ['Saturday 7 March, 06:00', Date.UTC(2026, 2, 7, 6), false],
  ['Saturday 7 March, 23:00', Date.UTC(2026, 2, 7, 23), false],
  ['Monday 9 March, 05:00', Date.UTC(2026, 2, 9, 5), false],
  ['Monday 9 March, 22:00', Date.UTC(2026, 2, 9, 22), true],
  ['Tuesday 10 March, 03:00', Date.UTC(2026, 2, 10, 3), true],
])('%s is a weekday night: %s', (_name, moment, expected) => {
  expect(isWeekdayNight(moment)).toBe(expected);
});
