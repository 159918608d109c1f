import { FieldType, type DataFrame, type Field } from '@grafana/data';
import fc from 'fast-check';
import { defaultOptions, type FieldOptions, type ReferenceOptions } from '../options/options.ts';
import type { CellCounts, CountedFeature, RowTable } from './data-set.ts';
import { looksReadable } from './shape-of.ts';
import { HOUR, read, table } from './testing/frames.ts';

/** Names that mean something, and some that do not: shapes come about by chance. */
const names = fc.constantFrom(
  ...['time', 'time_end', 'feature', 'side', 'value', 'Value', 'count', 'x_min', 'x_max', 'category', 'le'],
  ...['metric', 'value_is', '__name__', 'tempo', 'tempo', 'mode', 'split', '', '0.5', 'p_value']
);

const cells: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 10 }) },
  fc.double(),
  fc.constantFrom(
    null,
    undefined,
    NaN,
    Infinity,
    -Infinity,
    '',
    ' ',
    'reference',
    'current',
    'x',
    '7',
    '+Inf',
    true,
    BigInt(1)
  ),
  fc.constantFrom({}, [], new Date(5)),
  fc.string()
);

const labels = fc.option(
  fc.dictionary(
    fc.constantFrom('feature', 'side', 'le', 'x_min', 'x_max', 'category', '__name__', 'metric', 'value_is', 'country'),
    fc.constantFrom('reference', 'current', '1', '2', '+Inf', 'x_bucket', 'x_total', 'trustyai_kstest', 'tempo', '')
  ),
  { nil: undefined }
);

const fields: fc.Arbitrary<Field> = fc.record({
  name: names,
  type: fc.constantFrom(...Object.values(FieldType)),
  config: fc.constantFrom({}, { unit: 'bpm' }, { displayName: 'Tempo' }),
  labels,
  values: fc.array(cells, { maxLength: 12 }),
});

/** Shapes as they are meant, with cells that mostly fit. */
const side = fc.constantFrom('reference', 'current', 'current', null);
const hour = fc.option(fc.integer({ min: 0, max: 5 }).map((n) => n * HOUR));
const bound = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(-Infinity, Infinity, null, '+Inf'));
const feature = fc.constantFrom('tempo', 'tempo', 'mode', null);
const count = fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, cells);
const word = fc.constantFrom('a', 'b', '7', null);
const SHAPES: Array<Record<string, fc.Arbitrary<unknown>>> = [
  { feature, side, time: hour, x_min: bound, x_max: bound, count },
  { feature, side, category: word, count },
  { feature, side, time: hour, le: fc.constantFrom('1', '2', '+Inf', 'x'), Value: count },
  { side, time: hour, tempo: count, mode: word },
  { feature, side, time: hour, country: word, value: cells },
  { time: hour, feature, metric: fc.constant('ks'), value_is: fc.constantFrom('ks_d', 'p_value'), value: count },
];

const shaped: fc.Arbitrary<DataFrame> = fc
  .record({ shape: fc.constantFrom(...SHAPES), length: fc.integer({ min: 1, max: 20 }) })
  .chain(({ shape, length }) =>
    fc
      .tuple(...Object.values(shape).map((cell) => fc.array(cell, { minLength: length, maxLength: length })))
      .map((all) => ({
        refId: 'A',
        length,
        fields: Object.keys(shape).map((name, i) => {
          const values = all[i] ?? [];
          const isText = values.some((value) => typeof value === 'string');
          const type = name === 'time' ? FieldType.time : isText ? FieldType.string : FieldType.number;
          return { name, type, config: {}, values };
        }),
      }))
  );

const frames: fc.Arbitrary<DataFrame[]> = fc.array(
  fc.oneof(
    shaped,
    fc.record({
      refId: fc.constantFrom('A', 'reference', undefined),
      name: fc.constantFrom('tempo', 'reference', undefined),
      meta: fc.constantFrom(
        undefined,
        { custom: { soundcheck: { contract: 1, role: 'distribution' } } },
        { custom: { soundcheck: { contract: 1, role: 'rows', side: 'reference' } } },
        { custom: { soundcheck: { contract: 1, role: 'scores' } } }
      ),
      length: fc.nat({ max: 12 }),
      fields: fc.array(fields, { maxLength: 6 }),
    })
  ),
  { maxLength: 4 }
);

const reference: fc.Arbitrary<Partial<ReferenceOptions>> = fc.record({
  from: fc.constantFrom('query', 'share', 'range', 'marked', 'profile'),
  share: fc.double({ min: -1, max: 2 }),
  start: fc.constantFrom('', 'now-1h', '1970-01-01', 'x'),
  end: fc.constantFrom('', 'now', 'now/d'),
  column: fc.constantFrom('', 'split', 'side', 'country'),
  profile: fc.constantFrom(
    '',
    '{',
    '{"soundcheck":"profile","version":1,"features":[{"feature":"tempo","edges":["-Infinity",5],"counts":[3]}]}'
  ),
});

const picked: fc.Arbitrary<Partial<FieldOptions>> = fc.record({
  shape: fc.constantFrom('auto', 'auto', 'rows', 'scores', 'distribution'),
  time: fc.constantFrom('', '', 'value', 'split'),
  feature: fc.constantFrom('', '', 'mode'),
  features: fc.constantFrom([], [], ['tempo']),
  slices: fc.constantFrom([], [], ['mode', 'tempo']),
});

const inputs = fc.record({ frames, reference, picked, performance: fc.constantFrom('', 'tempo') });

function wellFormed(table: RowTable): boolean {
  const columns = table.columns.every((column) =>
    column.kind === 'numeric'
      ? column.values.length === table.length && column.unreadable <= table.length
      : column.codes.length === table.length &&
        column.codes.every((code) => code >= -1 && code < column.categories.length)
  );
  return (
    columns && table.length > 0 && table.columns.length > 0 && (table.times?.length ?? table.length) === table.length
  );
}

function soundCounts({ cells: of, reference: base, chunks }: CountedFeature): boolean {
  const size = of.kind === 'bins' ? of.edges.length - 1 : of.categories.length;
  const all = [...(base ? [base] : []), ...chunks];
  const bounds = chunks.every(
    ({ from, to }, i) => chunks.length === 1 || (from < to && to <= (chunks[i + 1]?.from ?? to))
  );
  const edges =
    of.kind === 'categories' || of.edges.every((edge, i) => i === 0 || edge > (of.edges[i - 1] ?? Infinity));
  return (
    size > 0 && edges && bounds && all.every(({ counts }) => counts.length === size && counts.every((n) => n >= 0))
  );
}

it('reads whatever comes without an exception, into tables and counts that are whole, problems in whole sentences', () => {
  fc.assert(
    fc.property(inputs, ({ frames: given, reference: from, picked: fieldOptions, performance }) => {
      const data = read(given, { fields: fieldOptions, reference: from, performance });
      expect(data.tables.filter((table) => !wellFormed(table))).toEqual([]);
      expect(data.counts.filter((counted) => !soundCounts(counted))).toEqual([]);
      for (const text of [data.understood, ...data.problems.flatMap(({ what, remedy }) => [what, remedy])]) {
        expect(text).not.toMatch(/undefined|NaN|\[object|null/);
      }
      expect(typeof looksReadable(given, { ...defaultOptions.fields, ...fieldOptions })).toBe('boolean');
    }),
    { numRuns: 500 }
  );
});

const columns = fc.array(
  fc.record({
    name: fc.constantFrom('tempo', 'mode', 'key'),
    type: fc.constantFrom(FieldType.number, FieldType.string, FieldType.boolean),
    values: fc.array(cells, { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 5 }
);

it('loses no row and invents none, however rows are dealt out to sides', () => {
  fc.assert(
    fc.property(
      columns,
      fc.array(fc.option(fc.nat(20)), { minLength: 8, maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, hours, share) => {
        const time = {
          name: 'time',
          type: FieldType.time,
          config: {},
          values: hours.map((hour) => hour && hour * HOUR),
        };
        const frame: DataFrame = { length: 8, fields: [time, ...all.map((one) => ({ ...one, config: {} }))] };
        const { tables } = read([frame], { reference: { from: 'share', share } });
        expect(tables.reduce((sum, { length }) => sum + length, 0)).toBe(8);
        // As many cells with a number as the frame has, in the columns that came out numeric.
        all.forEach((field, i) => {
          const parts = tables.flatMap((table) => table.columns.slice(i, i + 1));
          const finite = (values: ArrayLike<unknown>) =>
            Array.from(values).filter((x) => typeof x === 'number' && Number.isFinite(x)).length;
          if (
            field.type === FieldType.number &&
            parts.every(({ kind }) => kind === 'numeric') &&
            field.values.every((x) => typeof x === 'number')
          ) {
            const read = parts.reduce((sum, part) => sum + (part.kind === 'numeric' ? finite(part.values) : 0), 0);
            expect(read).toBe(finite(field.values));
          }
        });
      }
    )
  );
});

it('loses no count and invents none, whatever bins, sides and chunks they come in', () => {
  const bins = fc.array(
    fc.record({
      feature: fc.constantFrom('tempo', 'energy'),
      side: fc.constantFrom('reference', 'current'),
      time: fc.integer({ min: 0, max: 4 }).map((n) => n * HOUR),
      x_min: fc.option(fc.integer({ min: 0, max: 4 })),
      width: fc.integer({ min: 1, max: 3 }),
      count: fc.nat(9),
    }),
    { minLength: 1, maxLength: 30 }
  );
  fc.assert(
    fc.property(bins, (all) => {
      const of = <K extends keyof (typeof all)[number]>(name: K) => all.map((one) => one[name]);
      const x_max = all.map(({ x_min, width }) => x_min && x_min + width);
      const ends = all.map(({ x_min, width }, i) => (x_min === 0 ? width : (x_max[i] ?? null)));
      const rows = {
        feature: of('feature'),
        side: of('side'),
        time: of('time'),
        x_min: of('x_min'),
        x_max: ends,
        count: of('count'),
      };
      const { counts } = read([table(rows)]);
      for (const feature of counts) {
        const given = all.filter((one) => one.feature === feature.feature);
        const sum = (parts: CellCounts[]) =>
          parts.reduce((n, part) => n + part.missing + part.counts.reduce((a, b) => a + b, 0), 0);
        const total = (side: string) => given.reduce((n, one) => n + (one.side === side ? one.count : 0), 0);
        expect(sum(feature.chunks)).toBe(total('current'));
        expect(sum(feature.reference ? [feature.reference] : [])).toBe(total('reference'));
      }
    })
  );
});
