import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { StoredModel, unlabeledTag } from './stored-model.ts';
import type { StorageKind } from './stored-model.ts';
import type { Schema } from './schema.ts';

const schema: Schema = { inputs: [{ name: 'x', type: 'DOUBLE' }], outputs: [{ name: 'y', type: 'INT64' }] };

interface Call {
  values: number[];
  tag: string;
}

const calls = fc.array(
  fc.record({
    values: fc.array(fc.integer(), { minLength: 1, maxLength: 6 }),
    tag: fc.constantFrom('REF', '', unlabeledTag),
  }),
  { minLength: 1, maxLength: 8 }
);

function stored(
  all: readonly Call[],
  kind: StorageKind = 'files'
): { model: StoredModel; rows: Array<{ value: number; tag: string }> } {
  const model = new StoredModel(schema, { input: 'input', output: 'output' }, kind);
  for (const { values, tag } of all) {
    model.append(
      schema,
      [values, values],
      values.map((_, index) => ({ id: String(index), time: 0, tag }))
    );
  }
  return { model, rows: all.flatMap(({ values, tag }) => values.map((value) => ({ value, tag }))) };
}

describe('rows', () => {
  it('of inferences are the last ones with that tag, in stored order', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 30 }), (all, size) => {
        const { model, rows } = stored(all);
        const inferences = rows.filter(({ tag }) => tag === unlabeledTag).slice(-size);
        expect([...(model.inferences(size).columns.get('x') ?? [])]).toEqual(inferences.map(({ value }) => value));
      })
    );
  });

  it('of a reference are those tagged, as long as all rows are loaded', () => {
    fc.assert(
      fc.property(calls, (all) => {
        const { model, rows } = stored(all);
        const tagged = rows.filter(({ tag }) => tag === 'REF').map(({ value }) => value);
        expect([...(model.reference('REF', rows.length).columns.get('x') ?? [])]).toEqual(tagged);
      })
    );
  });

  it('beyond the limit are no longer found by their tag in a database', () => {
    const { model } = stored(
      [
        { values: [1, 2, 3], tag: 'REF' },
        { values: [11, 12, 13, 14], tag: unlabeledTag },
      ],
      'database'
    );
    expect([...(model.reference('REF', 5).columns.get('x') ?? [])]).toEqual([3]);
    expect(model.reference('REF', 4).marks).toEqual([]);
    model.retag(new Map([[0, 'NEW']]), 5);
    expect(model.tagCounts()).toEqual({ NEW: 1, REF: 2, [unlabeledTag]: 4 });
  });

  it('beyond the limit in files have the values of the last and the tags of the first', () => {
    const { model } = stored([
      { values: [1, 2, 3], tag: 'REF' },
      { values: [11, 12, 13, 14], tag: unlabeledTag },
    ]);
    // The last five values are 3, 11, 12, 13, 14; the first five tags are three times REF and twice none.
    expect([...(model.reference('REF', 5).columns.get('x') ?? [])]).toEqual([3, 11, 12]);
    expect(model.tagCounts()).toEqual({ REF: 3, [unlabeledTag]: 4 });
    model.retag(new Map([[0, 'NEW']]), 5);
    expect(model.observations).toBe(5);
    expect(model.tagCounts()).toEqual({ NEW: 1, REF: 2, [unlabeledTag]: 2 });
    expect([...(model.reference('NEW', 5).columns.get('x') ?? [])]).toEqual([3]);
  });
});

describe('names', () => {
  it('keyed by aliases throw all aliases away', () => {
    const { model } = stored([{ values: [1], tag: '' }]);
    model.rename(new Map([['x', 'Size']]), new Map());
    expect([model.nameInForce('x'), model.columnNamed('Size')?.name, model.columnNamed('x')]).toEqual([
      'Size',
      'x',
      undefined,
    ]);
    model.rename(new Map([['Size', 'Length']]), new Map());
    expect(model.nameInForce('x')).toBe('x');
  });
});
