import { describe, expect, it } from 'vitest';
import { scoresFromPrometheus } from './scores-from-prometheus.ts';

const times = [1_000, 2_000];
const context = { refId: 'A', expr: 'the expression' };
const normalised = { model: 'm', feature: 'age', metric: 'ks', value_is: 'ks_d', dialect: 'python', namespace: 'ns' };

describe('scoresFromPrometheus', () => {
  it('takes series as our expression names them, with limit and sizes as companions', () => {
    const sizes = new Map([['m', { nReference: 50, nCurrent: 50, reasons: [] }]]);
    const [frame, ...rest] = scoresFromPrometheus([{ labels: normalised, times, values: [0.1, 0.3] }], {
      ...context,
      sizes,
    });
    expect(rest).toEqual([]);
    expect(frame?.fields.map(({ name, values }) => [name, [...values]])).toEqual([
      ['time', times],
      ['value', [0.1, 0.3]],
      // scipy 1.17.1: ks_2samp, exact, 50 v 50: p = 0.0392 at D = 0.28 and 0.0678 at D = 0.26
      ['limit', [0.27, 0.27]],
      ['n_reference', [50, 50]],
      ['n_current', [50, 50]],
    ]);
    expect(frame?.fields[1]?.labels).toEqual(normalised);
    expect(frame?.fields[1]?.config?.displayNameFromDS).toBe('age');
    expect(frame?.meta).toMatchObject({
      executedQueryString: 'the expression',
      custom: { soundcheck: { contract: 1, role: 'scores', limitOrigin: 'critical D for n = 50 v 50 at 5 %, exact' } },
    });
  });

  it('takes series as the services publish them; the id of a schedule made again does not count', () => {
    const labels = { __name__: 'trustyai_meanshift', model: 'm', subcategory: 'age', request: 'r', batch_size: '600' };
    const [frame] = scoresFromPrometheus([{ labels, times, values: [0.2, 0.01] }], context);
    expect(frame?.fields[1]?.labels).toEqual({
      model: 'm',
      feature: 'age',
      metric: 'compare-means',
      value_is: 'p_value',
      dialect: 'java',
    });
    expect(frame?.fields.find(({ name }) => name === 'limit')?.values[0]).toBe(0.05);
  });

  it.each([
    ['no dialect', { __name__: 'trustyai_kstest', subcategory: 'age' }],
    ['a value kind that no service publishes', { ...normalised, metric: 'jensen-shannon', value_is: 'p_value' }],
    ['another metric', { __name__: 'up', instance: 'i' }],
  ])('draws %s with a warning, without role and limit', (_, labels) => {
    const [frame] = scoresFromPrometheus([{ labels, times, values: [1, 1] }], context);
    expect(frame?.fields.map(({ name }) => name)).toEqual(['time', 'value']);
    expect(frame?.meta?.custom).toBeUndefined();
    expect(frame?.meta?.notices?.[0]?.text).toMatch(/its scale is unknown, so it is drawn but not judged/);
  });

  it('tells scores of one feature apart by what differs', () => {
    const named = (request_name: string) => ({ labels: { ...normalised, request_name }, times, values: [0.1, 0.1] });
    const frames = scoresFromPrometheus([named('nightly'), named('hourly')], context);
    expect(frames.map(({ name }) => name)).toEqual(['age · hourly', 'age · nightly']);
  });

  it('names the features whose latest value is NaN, and says why n is unknown', () => {
    const sizes = new Map([['m', { reasons: ['The reason.'] }]]);
    const series = [{ labels: normalised, times, values: [0.1, NaN] }];
    const [frame] = scoresFromPrometheus(series, { ...context, sizes });
    expect(frame?.meta?.notices?.map(({ text }) => text)).toEqual([
      'The reason.',
      'The service gives no number (NaN) for age: a constant or empty column, or too few rows.',
    ]);
    expect(frame?.fields.map(({ name }) => name)).toEqual(['time', 'value']);
  });
});
