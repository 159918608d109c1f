import { describe, expect, it } from 'vitest';
import { layOutInputs, layOutOutputs } from './layout.ts';
import type { Columns, Way } from './layout.ts';
import type { Tensor } from './tensor.ts';

const tensor = (name: string, shape: number[], data: unknown[], datatype = 'FP64'): Tensor => ({
  name,
  shape,
  datatype,
  data,
});
const nestedColumn = [[1], [2], [3]];

function shown({ specs, values }: Columns) {
  return Object.fromEntries(specs.map(({ name }, index) => [name, values[index]]));
}

describe('input tensors', () => {
  it.each<[string, Way, Tensor[], object]>([
    [
      'one matrix',
      'upload',
      [
        tensor(
          'm',
          [2, 2],
          [
            [1, 2],
            [3, 4],
          ]
        ),
      ],
      { 'm-0': [1, 3], 'm-1': [2, 4] },
    ],
    ['one matrix in an event', 'event', [tensor('m', [1, 2], [[1, 2]])], { 'm-0': [1], 'm-1': [2] }],
    ['one vector', 'upload', [tensor('a', [3], [1, 2, 3])], { a: [1, 2, 3] }],
    ['one nested column', 'upload', [tensor('a', [3, 1], nestedColumn)], { 'a-0-0': [1, 2, 3] }],
    [
      'a nested column each',
      'upload',
      [tensor('a', [3, 1], nestedColumn), tensor('b', [3, 1], nestedColumn)],
      { a: [1, 2, 3], b: [1, 2, 3] },
    ],
    [
      'a flat column each, of which the first row is left',
      'upload',
      [tensor('a', [3, 1], [1, 2, 3]), tensor('b', [3, 1], [4, 5, 6])],
      { a: [1], b: [4] },
    ],
    [
      'a column each in an event, of which the first row is left',
      'event',
      [tensor('a', [3, 1], nestedColumn), tensor('b', [3, 1], nestedColumn)],
      { a: [1], b: [1] },
    ],
  ])('%s by %s', (_what, way, tensors, columns) => {
    expect(shown(layOutInputs(tensors, way))).toEqual(columns);
  });

  it('that are flat are read with rows and columns exchanged', () => {
    const { specs, values } = layOutInputs([tensor('m', [3, 2], [1, 2, 3, 4, 5, 6])], 'upload');
    expect([specs.length, values[0]?.length]).toEqual([3, 2]);
  });

  it.each<[string, Way, Tensor[]]>([
    ['one nested row by upload', 'upload', [tensor('m', [1, 2], [[1, 2]])]],
    ['vectors in an event', 'event', [tensor('a', [1], [1]), tensor('b', [1], [1])]],
    ['null', 'upload', [tensor('a', [1], [null])]],
    ['text in a number', 'upload', [tensor('a', [1], ['1'])]],
    ['text', 'upload', [tensor('a', [1], ['red'], 'BYTES')]],
  ])('of %s are refused', (_what, way, tensors) => {
    expect(() => layOutInputs(tensors, way)).toThrow();
  });
});

describe('output tensors', () => {
  it('are named after how they are nested', () => {
    expect(shown(layOutOutputs([tensor('y', [2, 1], [0, 1])], 'upload'))).toEqual({ 'y-0': [0, 1] });
    expect(shown(layOutOutputs([tensor('y', [2, 1], [[0], [1]])], 'upload'))).toEqual({ 'y-0-0': [0, 1] });
    expect(shown(layOutOutputs([tensor('y', [2, 2], [0, 1, 2, 3])], 'upload'))).toEqual({
      'y-0': [0, 2],
      'y-1': [1, 3],
    });
    expect(() => layOutOutputs([tensor('y', [1, 2], [[0, 1]])], 'upload')).toThrow();
  });

  it('of 32-bit floats are rounded to them', () => {
    const { values } = layOutOutputs([tensor('y', [1], [0.1], 'FP32')], 'upload');
    expect(values).toEqual([[Math.fround(0.1)]]);
  });
});
