import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfLine } from './logged-requests.ts';
import { rowsFromLogs } from './rows-from-logs.ts';

const rows = (line: string) => rowsOfLine(line).map((row) => Object.fromEntries(row));

describe('rowsOfLine', () => {
  it.each<[string, string, object[]]>([
    [
      'tensors of one value',
      'POST /v2/models/m/infer {"inputs":[{"name":"a","shape":[1,1],"data":[0.5]},{"name":"b c","shape":[1,1],"data":["x"]}]}',
      [{ a: 0.5, 'b c': 'x' }],
    ],
    [
      'tensors of several rows, nested or not',
      '{"inputs":[{"name":"a","shape":[2,1],"data":[[1],[2]]},{"name":"b","shape":[2],"data":[3,4]}]}',
      [
        { a: 1, b: 3 },
        { a: 2, b: 4 },
      ],
    ],
    [
      'one tensor of several columns',
      '{"inputs":[{"name":"in","shape":[2,2],"data":[1,2,3,4]}]} trailing text',
      [
        { 'in-0': 1, 'in-1': 2 },
        { 'in-0': 3, 'in-1': 4 },
      ],
    ],
    [
      'a body within the JSON of a collector',
      '{"message":"{\\"inputs\\":[{\\"name\\":\\"a\\",\\"data\\":[1]}]}"}',
      [{ a: 1 }],
    ],
    ['version 1 by feature', '{"instances":[{"age":41,"job":null}]}', [{ age: 41, job: null }]],
    ['version 1 by position', '{"instances":[[1,true]]}', [{ 'input-0': 1, 'input-1': true }]],
    ['no body', 'Completed 200 (38ms)', []],
    ['a masked body', '{"inputs":[{"name":"a","data":[masked]}]}', []],
    ['a body cut off', '{"inputs":[{"name":"a","data":[1', []],
    ['tensors that disagree', '{"inputs":[{"name":"a","data":[1,2]},{"name":"b","data":[1]}]}', []],
    ['a tensor that its shape does not fit', '{"inputs":[{"name":"a","shape":[2],"data":[1,2,3]}]}', []],
  ])('%s', (_what, line, expected) => {
    expect(rows(line)).toEqual(expected);
  });

  it('reads back whatever a client of the protocol wrote', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    const cell = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string());
    const written = names.chain((features) =>
      fc.record({
        features: fc.constant(features),
        cells: fc.array(fc.tuple(...features.map(() => cell)), { minLength: 1, maxLength: 4 }),
        before: fc.constantFrom('', 'POST /v2/models/m/infer ', '[87][info] '),
      })
    );
    fc.assert(
      fc.property(written, ({ features, cells, before }) => {
        const inputs = features.map((name, f) => ({
          name,
          shape: [cells.length, 1],
          data: cells.map((row) => row[f]),
        }));
        const expected = cells.map((row) => new Map(features.map((name, f) => [name, row[f]])));
        // JSON has no -0.
        expect(JSON.stringify(rowsOfLine(before + JSON.stringify({ inputs })).map((row) => [...row]))).toBe(
          JSON.stringify(expected.map((row) => [...row]))
        );
      })
    );
  });
});

describe('rowsFromLogs', () => {
  it('gives a column for the time and one for each feature, and counts what it leaves out', () => {
    const line = (a: number, b?: string) =>
      JSON.stringify({ inputs: [{ name: 'a', data: [a] }, ...(b ? [{ name: 'b', data: [b] }] : [])] });
    const frame = rowsFromLogs({ times: [3, 2, 1], lines: [line(1, 'x'), 'Completed 200 (38ms)', line(2)] }, 'A');
    expect(frame?.fields).toEqual([
      { name: 'time', type: 'time', values: [3, 1] },
      { name: 'a', type: 'number', values: [1, 2] },
      { name: 'b', type: 'string', values: ['x', null] },
    ]);
    expect(frame?.meta?.custom?.soundcheck).toEqual({ contract: 1, role: 'rows' });
    expect(frame?.meta?.notices?.[0]?.text).toMatch(/^1 of 3 log lines/);
  });

  it('is nothing where no line has a body', () => {
    expect(rowsFromLogs({ times: [1], lines: ['x'] })).toBeUndefined();
  });
});
