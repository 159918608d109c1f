import { expect, test } from 'vitest';
import { csvFrame } from './testdata-csv.ts';

const shown = (text: string) =>
  csvFrame(text).fields.map(({ name, type, values }) => ({ name, type, values: [...values] }));

// As a running Grafana 12.4.0 answered to the same text.
test('columns get the types and values that TestData gives them', () => {
  const text = 'time,f,v,b,o\n1700000000000,a,1.5,true,\n1700000060000,b,,false,x\n1700000120000,c,-3e2,true,y';
  expect(shown(text)).toEqual([
    { name: 'time', type: 'time', values: [1700000000000, 1700000060000, 1700000120000] },
    { name: 'f', type: 'string', values: ['a', 'b', 'c'] },
    { name: 'v', type: 'number', values: [1.5, null, -300] },
    { name: 'b', type: 'boolean', values: [true, false, true] },
    { name: 'o', type: 'string', values: [null, 'x', 'y'] },
  ]);
});

test('numbers that are none, quotes, and a time that is not called so', () => {
  const text = 'b,c,d,e\nNaN,Inf,"q,r",1700000000000\n1,2,"s ""x""",1700000000001\nnull,-Inf,z,1700000000001\n';
  expect(shown(text)).toEqual([
    { name: 'b', type: 'number', values: [NaN, 1, null] },
    { name: 'c', type: 'number', values: [Infinity, 2, -Infinity] },
    { name: 'd', type: 'string', values: ['q,r', 's "x"', 'z'] },
    { name: 'e', type: 'number', values: [1700000000000, 1700000000001, 1700000000001] },
  ]);
});

test.each([
  [
    'spaces around cells',
    'Time , a b\n1, 2\n 3,4\n',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  [
    'blank lines',
    'a,b\n1,2\n\n3,4\n\n',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  [
    'one text makes all text, a name may come twice',
    'a,a\n1,3\nx,4\n',
    [
      ['1', 'x'],
      [3, 4],
    ],
  ],
  [
    'a column without a cell',
    'a,b\n1,\n2,\n',
    [
      [1, 2],
      [null, null],
    ],
  ],
  [
    'empty first and last cells',
    'a,b\n,2\n1,\n',
    [
      [null, 1],
      [2, null],
    ],
  ],
  ['RFC 3339', 'time,x\n2023-11-14T22:13:20Z,1\n', [[1700000000000], [1]]],
  ['a head alone', 'a,b', []],
])('%s', (_name, text, values) => {
  expect(shown(text).map((field) => field.values)).toEqual(values);
});

test('lines of unequal length are an error that names the line', () => {
  expect(() => csvFrame('a,b\n1,2\n3\n')).toThrow('Line 3 of the CSV has 1 cells, its first has 2.');
});
