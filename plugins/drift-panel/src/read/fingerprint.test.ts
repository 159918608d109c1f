import { FieldType, type DataFrame } from '@grafana/data';
import fc from 'fast-check';
import { read, series, table } from './testing/frames.ts';

const cell = fc.oneof(fc.double(), fc.integer(), fc.constant(null));
const text = fc.oneof(fc.string(), fc.constant(null));

interface Rows {
  numbers: Array<number | null>;
  texts: Array<string | null>;
}

const rows: fc.Arbitrary<Rows> = fc.integer({ min: 1, max: 20 }).chain((length) =>
  fc.record({
    numbers: fc.array(cell, { minLength: length, maxLength: length }),
    texts: fc.array(text, { minLength: length, maxLength: length }),
  })
);

function frame({ numbers, texts }: Rows): DataFrame {
  return {
    refId: 'A',
    length: numbers.length,
    fields: [
      { name: 'tempo', type: FieldType.number, config: {}, values: [...numbers] },
      // No number among them, so that the column stays text whatever changes.
      { name: 'mode', type: FieldType.string, config: {}, values: texts.map((one) => one && `_${one}`) },
    ],
  };
}

const print = (given: Rows) => read([frame(given)]).fingerprint;

it('is the same for the same data', () => {
  fc.assert(
    fc.property(rows, (given) =>
      expect(print({ numbers: [...given.numbers], texts: [...given.texts] })).toBe(print(given))
    )
  );
});

it('differs where one cell does', () => {
  fc.assert(
    fc.property(rows, fc.nat(), cell, text, (given, at, number, word) => {
      const row = at % given.numbers.length;
      const numbers = given.numbers.map((old, i) => (i === row ? number : old));
      const texts = given.texts.map((old, i) => (i === row ? word : old));
      const same = (one: unknown, other: unknown) => Object.is(one ?? NaN, other ?? NaN);
      fc.pre(!same(numbers[row], given.numbers[row]) && (texts[row] || null) !== (given.texts[row] || null));
      expect(print({ ...given, numbers })).not.toBe(print(given));
      expect(print({ ...given, texts })).not.toBe(print(given));
    })
  );
});

const base = { tempo: [1, 2, 3] };
const counts = { feature: ['a', 'a'], side: ['reference', 'current'], x_min: [0, 0], x_max: [1, 1], count: [5, 6] };
const score = { __name__: 'trustyai_kstest', modelId: 'j', subcategory: 'tempo', request: 'r' };

it.each<[string, DataFrame[], DataFrame[]]>([
  ['the name of a column', [table(base)], [table({ energy: [1, 2, 3] })]],
  ['the order of rows', [table(base)], [table({ tempo: [2, 1, 3] })]],
  ['a missing row at the end', [table(base)], [table({ tempo: [1, 2, 3, null] })]],
  ['0 and missing', [table({ tempo: [0] })], [table({ tempo: [null] })]],
  ['the side', [table(base, { refId: 'reference' })], [table(base, { refId: 'B' })]],
  ['where a text ends', [table({ a: ['xy', 'z'] })], [table({ a: ['x', 'yz'] })]],
  ['a count', [table(counts)], [table({ ...counts, count: [5, 7] })]],
  ['an edge', [table(counts)], [table({ ...counts, x_max: [2, 2] })]],
  ['a score', [series(score, [0.1])], [series(score, [0.2])]],
  ['the feature of a score', [series(score, [0.1])], [series({ ...score, subcategory: 'key' }, [0.1])]],
])('differs by %s', (_, one, other) => {
  expect(read(one).fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(read(one).fingerprint).not.toBe(read(other).fingerprint);
});
