import { expect, it } from 'vitest';
import { instantOf } from './instant.ts';

const NOW = 1_767_607_872_345;

it.each([
  ['a range to now, asked for 700 ms ago: its end', NOW - 700, NOW - 700],
  ['a range that ends later: now', NOW + 3_600_000, NOW],
  ['a range of last week: now, for the number is not of last week', NOW - 604_800_000, NOW],
])('%s', (_, to, expected) => {
  expect(instantOf({ now: NOW, timeRange: { from: to - 3_600_000, to } })).toBe(expected);
});

it('no range, as in a resource call: now', () => {
  expect(instantOf({ now: NOW })).toBe(NOW);
});
