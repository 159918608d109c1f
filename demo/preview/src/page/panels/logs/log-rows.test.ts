import { createDataFrame, FieldType } from '@grafana/data';
import { expect, test } from 'vitest';
import { logRows } from './log-rows.ts';

const frame = createDataFrame({
  fields: [
    {
      name: 'labels',
      type: FieldType.other,
      values: [{ b: '2', a: '1', level: 'warn' }, {}, { detected_level: 'unknown' }],
    },
    { name: 'Time', type: FieldType.time, values: [2, 3, 1] },
    {
      name: 'Line',
      type: FieldType.string,
      values: ['\u001b[32mgreen\u001b[0m', '[87][error][x] failed: info follows', 'plain'],
    },
    {
      name: 'model',
      type: FieldType.string,
      values: ['m', null, null],
      config: { links: [{ title: 'x', url: '/x' }] },
    },
  ],
});

test('rows are in the order asked for, without colour codes, their labels by name', () => {
  expect(logRows([frame], 'Descending').map(({ text, time }) => [time, text])).toEqual([
    [3, '[87][error][x] failed: info follows'],
    [2, 'green'],
    [1, 'plain'],
  ]);
  expect(logRows([frame], 'Ascending').map(({ time }) => time)).toEqual([1, 2, 3]);
  expect(logRows([frame], 'Ascending')[1]?.labels).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['level', 'warn'],
  ]);
});

test('a level comes from the labels, else from the first such word of the line', () => {
  expect(logRows([frame], 'Ascending').map(({ level }) => level)).toEqual(['unknown', 'warning', 'error']);
});

test('links are those of the fields that hold something in this row', () => {
  const linked = {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      getLinks: () => [{ title: 'x', href: '/x', target: undefined, origin: field }],
    })),
  };
  expect(logRows([linked], 'Ascending').map(({ links }) => links().length)).toEqual([0, 1, 0]);
});

test('frames without lines give none', () => {
  expect(
    logRows([createDataFrame({ fields: [{ name: 'Time', type: FieldType.time, values: [1] }] })], 'Ascending')
  ).toEqual([]);
});
