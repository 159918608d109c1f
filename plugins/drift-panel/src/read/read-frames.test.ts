import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { readFrames } from './read-frames.ts';

const HOUR = 3_600_000;
const KS = { model: 'jukebox', feature: 'tempo', metric: 'ks', value_is: 'ks_d' };
const PYTHON = { __name__: 'trustyai_kstest', modelId: 'jukebox', subcategory: 'tempo', request: 'r1' };
const JAVA = { __name__: 'trustyai_kstest', model: 'jukebox', subcategory: 'tempo', request: 'r1', batch_size: '500' };

function series(labels: Record<string, string>, values: Array<number | null>, refId = 'A'): DataFrame {
  return toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, at) => at * HOUR) },
      { name: 'Value', type: FieldType.number, labels, values },
    ],
  });
}

function table(columns: Record<string, Array<number | string | null>>, more: Partial<DataFrame> = {}): DataFrame {
  return toDataFrame({
    ...more,
    fields: Object.entries(columns).map(([name, values]) => ({
      name,
      type:
        name === 'time'
          ? FieldType.time
          : values.some((value) => typeof value === 'string')
            ? FieldType.string
            : FieldType.number,
      values,
    })),
  });
}

describe('scores', () => {
  it('reads time series with the labels of the contract and their companions', () => {
    const frame = toDataFrame({
      meta: { custom: { soundcheck: { contract: 1, role: 'scores', limitOrigin: 'set in monitors.yaml' } } },
      fields: [
        { name: 'time', type: FieldType.time, values: [0, HOUR] },
        { name: 'value', type: FieldType.number, labels: KS, values: [0.1, 0.2] },
        { name: 'limit', type: FieldType.number, values: [0.15, 0.15] },
        { name: 'n_reference', type: FieldType.number, values: [5000, 5000] },
        { name: 'n_current', type: FieldType.number, values: [500, null] },
        { name: 'p_value', type: FieldType.number, values: [0.3, NaN] },
      ],
    });
    expect(readFrames([frame], 'reference').scores).toEqual([
      {
        feature: 'tempo',
        model: 'jukebox',
        metric: 'ks',
        valueIs: 'ks_d',
        limitOrigin: 'set in monitors.yaml',
        samples: [
          { time: 0, value: 0.1, limit: 0.15, nReference: 5000, nCurrent: 500, pValue: 0.3 },
          { time: HOUR, value: 0.2, limit: 0.15, nReference: 5000 },
        ],
      },
    ]);
  });

  it.each([
    ['Python', PYTHON, 'ks_d', 'python'],
    ['Java', JAVA, 'p_value', 'java'],
  ])('recognises the Prometheus series of the %s service', (_, labels, valueIs, dialect) => {
    const { scores, problems } = readFrames([series(labels, [0.04])], 'reference');
    expect(problems).toEqual([]);
    expect(scores).toMatchObject([{ feature: 'tempo', model: 'jukebox', metric: 'ks', valueIs, dialect }]);
  });

  it('keeps a TrustyAI series of unknown dialect, without a scale', () => {
    const { scores } = readFrames([series({ __name__: 'trustyai_kstest', subcategory: 'tempo' }, [0.04])], 'reference');
    expect(scores).toMatchObject([{ feature: 'tempo', metric: 'kstest', valueIs: 'unknown' }]);
  });

  it('takes the name of a Prometheus series from the frame where the labels lack it', () => {
    const { __name__, ...labels } = PYTHON;
    const frame = { ...series(labels, [0.04]), name: `${__name__}{modelId="jukebox"}` };
    expect(readFrames([frame], 'reference').scores).toMatchObject([{ metric: 'ks', dialect: 'python' }]);
  });

  it('reads the long form, with and without time', () => {
    const columns = {
      feature: ['tempo', 'key', 'tempo'],
      metric: ['ks', 'ks', 'ks'],
      value_is: ['ks_d', 'ks_d', 'ks_d'],
      model: ['m', 'm', 'm'],
      value: [0.1, 0.2, 0.3],
    };
    const timed = readFrames([table({ time: [0, 0, HOUR], ...columns })], 'reference').scores;
    expect(timed.map(({ feature, samples }) => [feature, samples.length])).toEqual([
      ['tempo', 2],
      ['key', 1],
    ]);
    expect(readFrames([table(columns)], 'reference').scores[1]?.samples).toEqual([{ value: 0.2 }]);
  });

  it('reads the wide form and gives each series its own companions', () => {
    const other = { ...KS, feature: 'key' };
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [0] },
        { name: 'value', type: FieldType.number, labels: KS, values: [0.1] },
        { name: 'value', type: FieldType.number, labels: other, values: [0.2] },
        { name: 'limit', type: FieldType.number, labels: other, values: [0.15] },
      ],
    });
    const { scores } = readFrames([frame], 'reference');
    expect(scores.map(({ samples }) => samples[0])).toEqual([
      { time: 0, value: 0.1 },
      { time: 0, value: 0.2, limit: 0.15 },
    ]);
  });

  it('joins the series of a schedule that was made again', () => {
    const first = series(PYTHON, [0.1, 0.2, null, null]);
    const second = series({ ...PYTHON, request: 'r2' }, [null, null, 0.3, NaN]);
    const { scores } = readFrames([second, first], 'reference');
    expect(scores).toHaveLength(1);
    expect(scores[0]?.samples.map(({ value }) => value)).toEqual([0.1, 0.2, 0.3, NaN]);
  });

  it('keeps a series without samples: it is there, but holds no number', () => {
    expect(readFrames([series(PYTHON, [])], 'reference').scores).toMatchObject([{ feature: 'tempo', samples: [] }]);
  });
});

describe('rows', () => {
  const reference = { tempo: [120, 121, null], mode: ['major', 'minor', null] };
  const current = { tempo: [90, 91], mode: ['major', 'major'] };

  it.each([
    ['its refId', { refId: 'reference' }, 'reference'],
    ['its refId from the options', { refId: 'R' }, 'r'],
    ['its name', { refId: 'A', name: 'Reference' }, 'reference'],
    [
      'what it declares',
      { refId: 'A', meta: { custom: { soundcheck: { contract: 1, role: 'rows', side: 'reference' } } } },
      'x',
    ],
  ])('knows the reference by %s', (_, more, option) => {
    const { rows, problems } = readFrames([table(reference, more), table(current, { refId: 'B' })], option);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        feature: 'tempo',
        reference: { kind: 'numeric', values: [120, 121, NaN] },
        current: { kind: 'numeric', values: [90, 91] },
      },
      {
        feature: 'mode',
        reference: { kind: 'categorical', values: ['major', 'minor', null] },
        current: { kind: 'categorical', values: ['major', 'major'] },
      },
    ]);
  });

  it('reads a side column, in wide and in long form', () => {
    const wide = readFrames([table({ side: ['reference', 'current'], tempo: [120, 90] })], 'reference').rows;
    const long = readFrames(
      [table({ feature: ['tempo', 'tempo'], side: ['reference', 'current'], value: [120, 90] })],
      'reference'
    ).rows;
    expect(wide).toEqual(long);
    expect(wide).toMatchObject([{ feature: 'tempo', reference: { values: [120] }, current: { values: [90] } }]);
  });

  it('reads time series with a label feature, as Prometheus returns them', () => {
    const { rows } = readFrames(
      [series({ feature: 'tempo' }, [120, 121], 'reference'), series({ feature: 'tempo' }, [90], 'B')],
      'reference'
    );
    expect(rows).toMatchObject([{ feature: 'tempo', reference: { values: [120, 121] }, current: { values: [90] } }]);
  });

  it('stands beside scores', () => {
    const { scores, rows } = readFrames(
      [series(PYTHON, [0.1]), table(reference, { refId: 'reference' }), table(current, { refId: 'B' })],
      'reference'
    );
    expect([scores.length, rows.length]).toEqual([1, 2]);
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      'rows without a reference',
      [table({ tempo: [1, 2] }, { refId: 'B' })],
      /No query is the reference: none is named "reference" \(queries here: B\)/,
    ],
    ['a reference alone', [table({ tempo: [1, 2] }, { refId: 'reference' })], /none are current/],
    ['bins', [table({ feature: ['a'], side: ['current'], x_min: [0], x_max: [1], count: [5] })], /bin counts/],
    [
      'scores without their labels',
      [table({ tempo: [1, 2] }, { refId: 'A', meta: { custom: { soundcheck: { contract: 1, role: 'scores' } } } })],
      /lacks the labels or columns feature, metric and value_is/,
    ],
  ])('says so: %s', (_, frames, what) => {
    const { scores, rows, problems } = readFrames(frames, 'reference');
    expect([scores, rows]).toEqual([[], []]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toMatch(what);
    expect(problems[0]?.remedy).toMatch(/\.$/);
  });

  it('is silent about nothing at all', () => {
    expect(readFrames([toDataFrame({ fields: [] })], 'reference')).toEqual({ scores: [], rows: [], problems: [] });
  });
});
