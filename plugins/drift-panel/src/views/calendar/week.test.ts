import { dayName, daysFrom, labelledHours, moved } from './week.ts';

it.each([
  ['monday', ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']],
  ['sunday', ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']],
  ['saturday', ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']],
])('a week from %s', (start, names) => {
  expect(daysFrom(start).map(dayName)).toEqual(names);
});

it.each([
  [60, 24],
  [28, 12],
  [9, 4],
  [2, 1],
])('cells of %d px take %d labels of 44 px', (cell, labels) => {
  expect(labelledHours(cell, 44)).toHaveLength(labels);
});

it.each([
  ['ArrowUp', { row: 0, hour: 5 }],
  ['ArrowDown', { row: 2, hour: 5 }],
  ['ArrowLeft', { row: 1, hour: 4 }],
  ['ArrowRight', { row: 1, hour: 6 }],
  ['Home', { row: 1, hour: 0 }],
  ['End', { row: 1, hour: 23 }],
  ['PageUp', { row: 0, hour: 5 }],
  ['PageDown', { row: 6, hour: 5 }],
  ['Tab', undefined],
])('%s', (key, place) => {
  expect(moved({ row: 1, hour: 5 }, key)).toEqual(place);
});

it('stays at the edges', () => {
  expect(moved({ row: 0, hour: 0 }, 'ArrowUp')).toEqual({ row: 0, hour: 0 });
  expect(moved({ row: 6, hour: 23 }, 'ArrowRight')).toEqual({ row: 6, hour: 23 });
});
