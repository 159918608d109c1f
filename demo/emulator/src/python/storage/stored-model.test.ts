import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Matrix } from './matrix.ts';
import { StoredModel, UnevenRows, syntheticTag, unlabeledTag } from './stored-model.ts';

const column = (cells: unknown[], tail: number[] = []): Matrix => ({
  tail,
  rows: tail.length === 0 ? cells.length : cells.length / (tail[0] ?? 1),
  names: tail.length === 0 ? ['x'] : Array.from({ length: tail[0] ?? 0 }, (_, index) => `x-${index}`),
  types: ['DOUBLE'],
  cells,
});
const output = (rows: number): Matrix => ({ ...column(Array.from({ length: rows }, () => 0)), names: ['y'] });

function add(model: StoredModel, cells: number[], tag: string): void {
  model.append(column(cells), output(cells.length), { requestId: 'r', time: 1000, tag, rows: cells.length });
}

const uploads = fc.array(
  fc.record({
    cells: fc.array(fc.integer(), { minLength: 1, maxLength: 8 }),
    tag: fc.constantFrom('TRAINING', unlabeledTag, syntheticTag),
  }),
  { minLength: 1, maxLength: 8 }
);

describe('windows', () => {
  it('are the last rows of everything, less the synthetic ones among them', () => {
    fc.assert(
      fc.property(uploads, fc.integer({ min: -3, max: 40 }), (all, size) => {
        const model = new StoredModel();
        for (const { cells, tag } of all) add(model, cells, tag);
        const rows = all.flatMap(({ cells, tag }) => cells.map((cell) => ({ cell, tag })));
        const expected = size > 0 ? rows.slice(-size).filter(({ tag }) => tag !== syntheticTag) : [];
        const frame = model.recent(size);
        expect(frame.rows).toBe(expected.length);
        expect([...(frame.columns.get('x') ?? [])]).toEqual(expected.map(({ cell }) => cell));
      })
    );
  });

  it('of a tag are all of its rows, and tag counts add up', () => {
    fc.assert(
      fc.property(uploads, (all) => {
        const model = new StoredModel();
        for (const { cells, tag } of all) {
          add(model, cells, tag);
          model.tagged(tag);
        }
        for (const [tag, count] of Object.entries(model.blocks.tagCounts())) {
          const cells = all.filter((upload) => upload.tag === tag).flatMap((upload) => upload.cells);
          expect([...(model.tagged(tag).columns.get('x') ?? [])]).toEqual(cells);
          expect(count).toBe(cells.length);
        }
      })
    );
  });
});

describe('an upload that does not fit', () => {
  it('leaves half of it behind, and the reference cannot be read any more', () => {
    const model = new StoredModel();
    add(model, [1, 2, 3], 'TRAINING');
    const wide = column([1, 2, 3, 4], [2]);
    const block = { requestId: 'r', time: 0, tag: unlabeledTag, rows: 2 };
    expect(() => model.append(wide, output(2), block)).toThrow(/shape/);
    expect(model.completeRows).toBe(3);
    expect(model.blocks.tagCounts()).toEqual({ TRAINING: 3, [unlabeledTag]: 2 });
    expect(() => model.tagged('TRAINING')).toThrow(UnevenRows);
  });

  it('is not noticed where a column holds text: columns are mixed', () => {
    const model = new StoredModel();
    model.append(column(['red', 1], [2]), output(1), { requestId: 'a', time: 0, tag: 'TRAINING', rows: 1 });
    model.append(column(['blue'], [1]), output(1), { requestId: 'b', time: 0, tag: 'TRAINING', rows: 1 });
    expect([...model.tagged('TRAINING').columns.keys()]).toEqual(['x-0', 'y']);
  });
});
