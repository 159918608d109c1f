import { FieldType, toDataFrame } from '@grafana/data';
import { HOUR, read, readAll, series, table } from '../testing/frames.ts';

const KS = { model: 'jukebox', feature: 'tempo', metric: 'ks', value_is: 'ks_d' };
const PYTHON = { __name__: 'trustyai_kstest', modelId: 'jukebox', subcategory: 'tempo', request: 'r1' };
const JAVA = { __name__: 'trustyai_kstest', model: 'jukebox', subcategory: 'tempo', request: 'r1', batch_size: '500' };

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
  const { scores, understood } = read([frame]);
  expect(scores).toEqual([
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
  expect(understood).toBe('1 feature, scores (ks)');
});

it.each([
  ['Python', PYTHON, 'ks_d', 'python'],
  ['Java', JAVA, 'p_value', 'java'],
])('recognises the Prometheus series of the %s service', (_, labels, valueIs, dialect) => {
  const { scores, problems } = read([series(labels, [0.04])]);
  expect(problems).toEqual([]);
  expect(scores).toMatchObject([{ feature: 'tempo', model: 'jukebox', metric: 'ks', valueIs, dialect }]);
});

it('keeps a TrustyAI series of unknown dialect, without a scale', () => {
  const { scores } = read([series({ __name__: 'trustyai_kstest', subcategory: 'tempo' }, [0.04])]);
  expect(scores).toMatchObject([{ feature: 'tempo', metric: 'kstest', valueIs: 'unknown' }]);
});

it('takes the name of a Prometheus series from the frame where the labels lack it', () => {
  const { __name__, ...labels } = PYTHON;
  const frame = { ...series(labels, [0.04]), name: `${__name__}{modelId="jukebox"}` };
  expect(read([frame]).scores).toMatchObject([{ metric: 'ks', dialect: 'python' }]);
});

it('reads the long form, with and without time', () => {
  const columns = {
    feature: ['tempo', 'key', 'tempo'],
    metric: ['ks', 'ks', 'ks'],
    value_is: ['ks_d', 'ks_d', 'ks_d'],
    model: ['m', 'm', 'm'],
    value: [0.1, 0.2, 0.3],
  };
  const timed = read([table({ time: [0, 0, HOUR], ...columns })]).scores;
  expect(timed.map(({ feature, samples }) => [feature, samples.length])).toEqual([
    ['tempo', 2],
    ['key', 1],
  ]);
  expect(read([table(columns)]).scores[1]?.samples).toEqual([{ value: 0.2 }]);
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
  expect(read([frame]).scores.map(({ samples }) => samples[0])).toEqual([
    { time: 0, value: 0.1 },
    { time: 0, value: 0.2, limit: 0.15 },
  ]);
});

it('joins the series of a schedule that was made again', () => {
  const first = series(PYTHON, [0.1, 0.2, null, null]);
  const second = series({ ...PYTHON, request: 'r2' }, [null, null, 0.3, NaN]);
  const { scores } = read([second, first]);
  expect(scores).toHaveLength(1);
  expect(scores[0]?.samples.map(({ value }) => value)).toEqual([0.1, 0.2, 0.3, NaN]);
});

it('keeps a series without samples: it is there, but holds no number', () => {
  expect(read([series(PYTHON, [])]).scores).toMatchObject([{ feature: 'tempo', samples: [] }]);
});

it('says what scores lack that are declared as such', () => {
  const declared = { custom: { soundcheck: { contract: 1, role: 'scores' } } };
  const { scores, problems } = read([table({ tempo: [1, 2] }, { refId: 'A', meta: declared })]);
  expect(scores).toEqual([]);
  expect(problems).toMatchObject([
    { what: expect.stringMatching(/^Query A is to be read as scores but lacks .* feature, metric and value_is$/) },
  ]);
});

it('keeps the field of each score for its thresholds and colour, under the name of the feature', () => {
  expect(readAll([series(PYTHON, [0.04])]).fields.get('tempo')?.name).toBe('tempo');
});
