import { FieldType, toDataFrame } from '@grafana/data';
import { HOUR, hours, number, read, readAll, series, table } from '../testing/frames.ts';
import type { Column, DataSet } from '../data-set.ts';

const reference = { tempo: [120, 121, null], mode: ['major', 'minor', null] };
const current = { tempo: [90, 91], mode: ['major', 'major'] };

/** Tables as side and columns, each column as its cells. */
function cells({ tables }: DataSet): Array<[side: string, columns: Record<string, unknown[]>]> {
  return tables.map(({ side, columns }) => [
    side,
    Object.fromEntries(columns.map((column) => [column.feature, cellsOf(column)])),
  ]);
}

function cellsOf(column: Column): unknown[] {
  return column.kind === 'numeric'
    ? [...column.values]
    : Array.from(column.codes, (code) => column.categories[code] ?? null);
}

const bothSides = [
  ['reference', { tempo: [120, 121, NaN], mode: ['major', 'minor', null] }],
  ['current', { tempo: [90, 91], mode: ['major', 'major'] }],
];

describe('which rows are the reference', () => {
  it.each([
    ['its refId', { refId: 'reference' }, 'reference', 'query reference'],
    ['its refId from the options', { refId: 'R' }, 'r', 'query r'],
    ['its name', { refId: 'A', name: 'Reference' }, 'reference', 'frame reference'],
    [
      'what it declares',
      { refId: 'A', meta: { custom: { soundcheck: { contract: 1, role: 'rows', side: 'reference' } } } },
      'x',
      'query A',
    ],
  ])('is known by %s', (_, more, query, says) => {
    const data = read([table(reference, more), table(current, { refId: 'B' })], { reference: { query } });
    expect(data.problems).toEqual([]);
    expect(cells(data)).toEqual(bothSides);
    expect(data.understood).toBe(`2 features, rows, reference = ${says}`);
  });

  it('is known by a column side, whatever the options say', () => {
    const wide = table({ side: ['reference', 'current', 'Reference '], tempo: [120, 90, 121] });
    const data = read([wide], { reference: { from: 'share', share: 1 } });
    expect(cells(data)).toEqual([
      ['reference', { tempo: [120, 121] }],
      ['current', { tempo: [90] }],
    ]);
    expect(data.understood).toBe('1 feature, rows, reference = column side');
  });

  it.each<[string, Parameters<typeof read>[1], number[]]>([
    ['first share of the time', { reference: { from: 'share', share: 0.5 } }, [1, 2]],
    ['ISO range', { reference: { from: 'range', start: '1970-01-01T01:00:00Z', end: '1970-01-01T03:00:00Z' } }, [2, 3]],
    [
      'relative range, from the end of the panel',
      { reference: { from: 'range', start: 'now-2h', end: 'now' }, to: 4 * HOUR },
      [3, 4],
    ],
    ['marked rows', { reference: { from: 'marked', column: 'Split', value: 'train' } }, [1, 4]],
  ])('is the %s', (_, options, expected) => {
    const frame = table({
      time: [0, HOUR, 2 * HOUR, 3 * HOUR],
      tempo: [1, 2, 3, 4],
      split: ['train', 'x', '', 'train'],
    });
    const data = read([frame], { fields: { features: ['tempo'], slices: ['none'] }, ...options });
    const rest = [1, 2, 3, 4].filter((value) => !expected.includes(value));
    expect(data.problems).toEqual([]);
    expect(cells(data)).toEqual([
      ['reference', { tempo: expected }],
      ['current', { tempo: rest }],
    ]);
  });

  it('is the first share of the rows where there is no time', () => {
    const data = read([table({ tempo: [1, 2, 3, 4, 5] })], { reference: { from: 'share', share: 0.4 } });
    expect(cells(data)).toEqual([
      ['reference', { tempo: [1, 2] }],
      ['current', { tempo: [3, 4, 5] }],
    ]);
    expect(data.understood).toBe('1 feature, rows, reference = first 40 % of the rows');
  });
});

describe('shapes of rows', () => {
  it('reads long tables like wide ones, text columns beside them as slices', () => {
    const data = read([
      table({
        feature: ['tempo', 'mode', 'tempo', 'mode'],
        side: ['reference', 'reference', 'current', 'current'],
        country: ['BR', 'BR', 'US', 'US'],
        value: ['120', 'major', '90', 'minor'],
      }),
    ]);
    expect(cells(data)).toEqual([
      ['reference', { tempo: [120], country: ['BR'] }],
      ['reference', { mode: ['major'], country: ['BR'] }],
      ['current', { tempo: [90], country: ['US'] }],
      ['current', { mode: ['minor'], country: ['US'] }],
    ]);
    expect(data.tables[0]?.columns[1]).toMatchObject({ feature: 'country', sliceOnly: true });
    expect(data.understood).toBe('2 features, rows, reference = column side');
  });

  it('joins time series with a label feature where their times agree', () => {
    const data = read([
      series({ feature: 'tempo' }, [120, 121], 'reference'),
      series({ feature: 'energy' }, [0.5, 0.6], 'reference'),
      series({ feature: 'tempo' }, [90], 'B'),
      series({ feature: 'energy' }, [0.4, 0.3], 'B'),
    ]);
    expect(cells(data)).toEqual([
      ['reference', { tempo: [120, 121], energy: [0.5, 0.6] }],
      ['current', { tempo: [90] }],
      ['current', { energy: [0.4, 0.3] }],
    ]);
    expect(Array.from(data.tables[0]?.times ?? [])).toEqual([0, HOUR]);
  });

  it('takes labels that tell series of one feature apart as slices', () => {
    const data = read([
      series({ feature: 'tempo', country: 'BR', job: 'x' }, [1, 2]),
      series({ feature: 'tempo', country: 'US', job: 'x' }, [3, 4]),
      series({ feature: 'energy', country: 'US', job: 'x' }, [5, 6]),
    ]);
    expect(cells(data)).toEqual([
      ['current', { country: ['BR', 'BR'], tempo: [1, 2] }],
      ['current', { country: ['US', 'US'], tempo: [3, 4], energy: [5, 6] }],
    ]);
  });

  it('calls an unlabelled series by its metric, and reads sides from labels', () => {
    const frame = toDataFrame({
      refId: 'A',
      fields: [
        hours(2),
        number('Value', [1, 2], { __name__: 'tempo', side: 'reference' }),
        number('Value', [3, 4], { __name__: 'tempo', side: 'current' }),
      ],
    });
    expect(cells(read([frame]))).toEqual([
      ['reference', { tempo: [1, 2] }],
      ['current', { tempo: [3, 4] }],
    ]);
  });

  it('reads booleans and enums as categories', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'hit', type: FieldType.boolean, values: [true, false, null] },
        {
          name: 'mode',
          type: FieldType.enum,
          config: { type: { enum: { text: ['minor', 'major'] } } },
          values: [1, 0, 1],
        },
      ],
    });
    expect(cells(read([frame]))).toEqual([
      ['current', { hit: ['true', 'false', null], mode: ['major', 'minor', 'major'] }],
    ]);
  });
});

describe('options correct the guess', () => {
  it('takes only the named features; other text slices, other numbers are left out', () => {
    const data = read([table({ tempo: [1], energy: [2], country: ['BR'] })], { fields: { features: ['Tempo'] } });
    expect(cells(data)).toEqual([['current', { tempo: [1], country: ['BR'] }]]);
    expect(data.tables[0]?.columns[1]).toMatchObject({ sliceOnly: true });
  });

  it('takes only the named slices, numbers as well', () => {
    const data = read([table({ tempo: [1], zone: [7], country: ['BR'] })], { fields: { slices: ['zone'] } });
    expect(data.tables[0]?.columns).toMatchObject([
      { feature: 'tempo', kind: 'numeric' },
      { feature: 'zone', kind: 'categorical', categories: ['7'], sliceOnly: true },
      { feature: 'country', kind: 'categorical', sliced: false },
    ]);
  });

  it('takes a column of numbers as feature and as slice', () => {
    const data = read([table({ zone: [7, 8] })], { fields: { features: ['zone'], slices: ['zone'] } });
    expect(data.tables[0]?.columns).toMatchObject([
      { feature: 'zone', kind: 'numeric' },
      { feature: 'zone', kind: 'categorical', sliceOnly: true },
    ]);
  });

  it.each([
    ['seconds', [1_700_000_000, 1_700_003_600]],
    ['milliseconds', [1_700_000_000_000, 1_700_003_600_000]],
    ['ISO 8601', ['2023-11-14T22:13:20Z', '2023-11-14T23:13:20Z']],
  ])('takes times from a column of %s', (_, ts) => {
    const data = read([table({ ts, tempo: [1, 2] })], { fields: { time: 'ts' } });
    expect(Array.from(data.tables[0]?.times ?? [])).toEqual([1_700_000_000_000, 1_700_003_600_000]);
    expect(cells(data)).toEqual([['current', { tempo: [1, 2] }]]);
  });

  it('takes feature, value and side from columns of any name', () => {
    const frame = table({ what: ['tempo', 'tempo'], is: [1, 2], of: ['reference', 'current'] });
    const data = read([frame], { fields: { feature: 'what', value: 'is', side: 'of' } });
    expect(cells(data)).toEqual([
      ['reference', { tempo: [1] }],
      ['current', { tempo: [2] }],
    ]);
  });

  it('reads any shape as rows where told so', () => {
    const frame = table({ feature: ['a'], side: ['current'], x_min: [0], x_max: [1], count: [5] });
    expect(cells(read([frame], { fields: { shape: 'rows' } }))).toEqual([
      ['current', { feature: ['a'], x_min: [0], x_max: [1], count: [5] }],
    ]);
  });

  it('takes performance out of the features, in order of time', () => {
    const frame = table({ time: [HOUR, 0, null], tempo: [1, 2, 3], auc: [0.8, 0.9, 0.7] });
    const data = read([frame], { performance: 'AUC' });
    expect(cells(data)).toEqual([['current', { tempo: [1, 2, 3] }]]);
    expect(data.performance).toEqual({
      name: 'AUC',
      times: Float64Array.of(0, HOUR),
      values: Float64Array.of(0.9, 0.8),
    });
  });
});

describe('broken rows', () => {
  it.each<[string, unknown[], FieldType, Column]>([
    [
      'text in a column of numbers is missing, and counted',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 'n/a?', '11', ' '],
      FieldType.number,
      {
        kind: 'numeric',
        feature: 'x',
        values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, NaN, 11, NaN),
        unreadable: 1,
      },
    ],
    [
      'a column of text that holds numbers is numeric',
      ['1', '2e3', ' 3 ', '-Inf', 'NaN', null, '7', '8', '9', '10', '11', 'x'],
      FieldType.string,
      {
        kind: 'numeric',
        feature: 'x',
        values: Float64Array.of(1, 2000, 3, -Infinity, NaN, NaN, 7, 8, 9, 10, 11, NaN),
        unreadable: 1,
      },
    ],
    [
      'below 90 % of numbers it is text',
      ['1', '2', 'x'],
      FieldType.number,
      { kind: 'categorical', feature: 'x', codes: Int32Array.of(0, 1, 2), categories: ['1', '2', 'x'] },
    ],
    [
      'infinities are values, NaN is missing',
      [Infinity, -Infinity, NaN, null, undefined],
      FieldType.number,
      { kind: 'numeric', feature: 'x', values: Float64Array.of(Infinity, -Infinity, NaN, NaN, NaN), unreadable: 0 },
    ],
    [
      'a column without any value is missing altogether',
      [null, null],
      FieldType.other,
      { kind: 'categorical', feature: 'x', codes: Int32Array.of(-1, -1), categories: [] },
    ],
    [
      'all equal',
      [5, 5],
      FieldType.number,
      { kind: 'numeric', feature: 'x', values: Float64Array.of(5, 5), unreadable: 0 },
    ],
    ['one row', [5], FieldType.number, { kind: 'numeric', feature: 'x', values: Float64Array.of(5), unreadable: 0 }],
  ])('%s', (_, values, type, column) => {
    expect(read([toDataFrame({ fields: [{ name: 'x', type, values }] })]).tables[0]?.columns).toEqual([column]);
  });

  it('makes both sides categories where one is text', () => {
    const data = read([table({ x: [1, 2, null] }, { refId: 'reference' }), table({ x: ['a', 'b'] }, { refId: 'B' })]);
    expect(cells(data)).toEqual([
      ['reference', { x: ['1', '2', null] }],
      ['current', { x: ['a', 'b'] }],
    ]);
  });

  it('takes a side without any value for numbers where the other has them', () => {
    const empty = toDataFrame({ refId: 'B', fields: [{ name: 'x', type: FieldType.other, values: [null, null] }] });
    expect(cells(read([table({ x: [1, 2] }, { refId: 'reference' }), empty]))).toEqual([
      ['reference', { x: [1, 2] }],
      ['current', { x: [NaN, NaN] }],
    ]);
  });

  it('numbers columns of one name', () => {
    const frame = toDataFrame({ fields: [number('x', [1]), number('x', [2]), number('x', [3])] });
    expect(cells(read([frame]))).toEqual([['current', { x: [1], 'x (2)': [2], 'x (3)': [3] }]]);
  });

  it('keeps rows without a time, with the current side where the time decides', () => {
    const frame = table({ time: [0, null, 4], x: [1, 2, 3] });
    expect(cells(read([frame], { reference: { from: 'share', share: 0.5 } }))).toEqual([
      ['reference', { x: [1] }],
      ['current', { x: [2, 3] }],
    ]);
  });

  it('fills columns that are shorter than others', () => {
    const frame = { length: 1, fields: toDataFrame({ fields: [number('a', [1])] }).fields };
    const longer = toDataFrame({ fields: [number('b', [1, 2, 3])] }).fields;
    expect(cells(read([{ ...frame, fields: [...frame.fields, ...longer] }]))).toEqual([
      ['current', { a: [1, NaN, NaN], b: [1, 2, 3] }],
    ]);
  });

  it('leaves 10,000 categories apart', () => {
    const words = Array.from({ length: 10_000 }, (_, i) => `word ${i}`);
    const [column] = read([table({ x: words })]).tables[0]?.columns ?? [];
    expect(column).toMatchObject({ kind: 'categorical', categories: words });
  });
});

it('stands beside scores', () => {
  const score = series({ __name__: 'trustyai_kstest', modelId: 'j', subcategory: 'tempo', request: 'r' }, [0.1]);
  const data = read([score, table(reference, { refId: 'reference' }), table(current, { refId: 'B' })]);
  expect([data.scores.length, data.tables.length]).toEqual([1, 2]);
  expect(data.understood).toBe('1 feature, scores (ks); 2 features, rows, reference = query reference');
});

it('keeps the field of a feature for its unit, and names it by the feature where it holds several', () => {
  const wide = toDataFrame({ fields: [{ ...number('tempo', [1]), config: { unit: 'bpm' } }] });
  expect(readAll([wide]).fields.get('tempo')).toBe(wide.fields[0]);
  const long = toDataFrame({
    fields: [
      { name: 'feature', type: FieldType.string, values: ['tempo'] },
      { ...number('value', [1]), config: { unit: 'bpm', displayName: 'all' } },
    ],
  });
  const field = readAll([long]).fields.get('tempo');
  expect([field?.name, field?.config.unit, field?.config.displayName]).toEqual(['tempo', 'bpm', undefined]);
});
