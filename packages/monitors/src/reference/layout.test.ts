import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Dialect } from '@soundcheck/query';
import { readRecordings, recordingsFolder } from '@soundcheck/query/recordings';
import { namingRequests } from './name-mapping.ts';
import { layOutSide } from './side-layout.ts';
import type { SideLayout, SideRequest } from './side-layout.ts';
import { chunksOf, uploadBody } from './upload-body.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the layouts are not held to what real services took.');
}

const base: SideRequest = { role: 'input', dialect: 'python', model: 'm', names: ['a', 'b'], known: [] };

function layout(changes: Partial<SideRequest> = {}): SideLayout {
  const laidOut = layOutSide({ ...base, ...changes });
  if ('problem' in laidOut) {
    throw new Error(laidOut.problem);
  }
  return laidOut;
}

const columnsOf = (...pairs: Array<[raw: string, name: string]>): Column[] =>
  pairs.map(([raw, name]) => ({ raw, name, role: 'input', type: 'UNKNOWN' }));

const column = (values: number[]) => ({ datatype: 'FP64' as const, values });
/** The rows of the recordings: those of a matrix count along its rows. */
const rowsOf = (matrix: boolean) =>
  new Map([
    ['a', column(matrix ? [1, 3, 5] : [1, 2, 3])],
    ['b', column(matrix ? [2, 4, 6] : [4, 5, 6])],
    ['y', column([0.1, 0.2, 0.3])],
  ]);

function bodyFor(dialect: Dialect, tensor?: string, names = ['a', 'b']) {
  const side = (role: Column['role'], own: string[], name?: string) =>
    layout({ role, dialect, names: own, ...(name === undefined ? {} : { tensor: name }) });
  return uploadBody(
    {
      ...{ model: 'm', tag: 'T', dialect, columns: rowsOf(tensor !== undefined) },
      inputs: side('input', names, tensor),
      outputs: side('output', ['y'], tensor && 'y'),
    },
    { from: 0, to: 3 }
  );
}

/** Uploads of three rows that the real services stored whole. */
describe.skipIf(folder === undefined)('sends what the real services took', () => {
  interface Taken {
    dialect: Dialect;
    name: string;
    names?: string[];
    tensor?: string;
    outputs: boolean;
  }
  it.each<Taken>([
    { dialect: 'python', name: 'layout-tensors-n', outputs: true },
    { dialect: 'python', name: 'layout-matrix-nested', tensor: 'm', outputs: true },
    // There the outputs are nested as well, which gives them another name.
    { dialect: 'java', name: 'layout-tensors-n-1-nested', outputs: false },
    { dialect: 'java', name: 'layout-one-tensor-1d', names: ['a'], outputs: true },
    { dialect: 'java', name: 'layout-matrix-nested', tensor: 'm', outputs: true },
  ])('$dialect $name', ({ dialect, name, names, tensor, outputs }) => {
    const recording = readRecordings(folder ?? '', dialect).find((one) => one.name === name);
    expect(recording?.reply.status).toBe(200);
    const { request, response } = bodyFor(dialect, tensor, names);
    const sent = { request, ...(outputs ? { response: { outputs: response.outputs } } : {}) };
    expect(recording?.request.body).toMatchObject(sent);
  });
});

describe('columns that the service knows', () => {
  it.each<[string, Partial<SideRequest>, Partial<SideLayout>]>([
    [
      'by their names',
      { known: columnsOf(['b', 'b'], ['a', 'a']) },
      {
        shape: 'columns',
        columns: [
          { name: 'b', raw: 'b' },
          { name: 'a', raw: 'a' },
        ],
      },
    ],
    [
      'by aliases of a tensor',
      { known: columnsOf(['in-0', 'b'], ['in-1', 'a']) },
      {
        shape: 'matrix',
        tensor: 'in',
        columns: [
          { name: 'b', raw: 'in-0' },
          { name: 'a', raw: 'in-1' },
        ],
      },
    ],
    [
      'by position, where the tensor is named',
      { tensor: 'in', known: columnsOf(['in-0', 'in-0'], ['in-1', 'in-1']) },
      {
        shape: 'matrix',
        columns: [
          { name: 'a', raw: 'in-0' },
          { name: 'b', raw: 'in-1' },
        ],
      },
    ],
    [
      'tensors that only look like parts of one',
      { names: ['x-0', 'z-1'], known: columnsOf(['x-0', 'x-0'], ['z-1', 'z-1']) },
      { shape: 'columns' },
    ],
    [
      'an output that Java nested',
      { role: 'output', dialect: 'java', names: ['y'], known: columnsOf(['y-0-0', 'y']) },
      { shape: 'nested column', tensor: 'y' },
    ],
    [
      'an output of a row each',
      { role: 'output', dialect: 'java', names: ['y'], known: columnsOf(['y-0', 'y']) },
      { shape: 'matrix', tensor: 'y' },
    ],
  ])('%s', (_, changes, expected) => {
    expect(layout(changes)).toMatchObject(expected);
  });

  it.each<[string, Partial<SideRequest>, RegExp]>([
    [
      'other names',
      { known: columnsOf(['in-0', 'in-0'], ['in-1', 'in-1']) },
      /m has the inputs in-0, in-1; the file has a, b\. Rename .* or say --input-tensor NAME/,
    ],
    ['another number', { known: columnsOf(['a', 'a']) }, /Give the file the same columns\.$/],
    [
      'another tensor',
      { tensor: 'x', known: columnsOf(['in-0', 'in-0'], ['in-1', 'in-1']) },
      /Give the file the same columns\.$/,
    ],
    ['one column of a matrix, Java', { dialect: 'java', tensor: 'x', names: ['a'] }, /leave --input-tensor out/],
  ])('are refused: %s', (_, changes, sentence) => {
    const laidOut = layOutSide({ ...base, ...changes });
    expect('problem' in laidOut && laidOut.problem).toMatch(sentence);
  });
});

describe('names', () => {
  const sides = { inputs: layout({ tensor: 'in' }), outputs: layout({ role: 'output', names: ['y'], tensor: 'out' }) };
  const calls = (dialect: Dialect, ...known: Array<[string, string]>) =>
    namingRequests({ model: 'm', dialect }, sides, columnsOf(...known)).map(
      ({ method, body }) => `${method} ${body ?? ''}`
    );
  const post = 'POST {"modelId":"m","inputMapping":{"in-0":"a","in-1":"b"},"outputMapping":{"out-0":"y"}}';

  it('are given once', () => {
    expect(calls('python', ['in-0', 'in-0'], ['in-1', 'in-1'], ['out-0', 'out-0'])).toEqual([post]);
    expect(calls('java', ['in-0', 'in-0'], ['in-1', 'in-1'], ['out-0', 'out-0'])).toEqual([post]);
    expect(calls('java', ['in-0', 'a'], ['in-1', 'b'], ['out-0', 'y'])).toEqual([]);
  });
  it('are deleted first on Java, which else throws all away', () => {
    expect(calls('java', ['in-0', 'a'], ['in-1', 'in-1'], ['out-0', 'out-0'])).toEqual(['DELETE m', post]);
    expect(calls('python', ['in-0', 'a'], ['in-1', 'in-1'], ['out-0', 'out-0'])).toEqual([post]);
  });
});

it('chunks hold each row once, none is larger than asked, and none has one row but where all do', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(5000), fc.integer({ min: 2, max: 1500 }), (from, rows, size) => {
      const chunks = chunksOf(from, from + rows, size);
      const bounds = [from, ...chunks.map(({ to }) => to)];
      expect(chunks.map((chunk) => chunk.from)).toEqual(bounds.slice(0, -1));
      expect(bounds.at(-1)).toBe(from + rows);
      const sizes = chunks.map((chunk) => chunk.to - chunk.from);
      expect(sizes.every((n) => n <= size && n > 0)).toBe(true);
      if (size > 2 && rows > 1) {
        expect(Math.min(...sizes)).toBeGreaterThan(1);
      }
    })
  );
});
