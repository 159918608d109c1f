import {
  createDataFrame,
  dateTime,
  FieldType,
  type DataFrame,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import { annotationSupport } from '../annotations/annotation-support.ts';
import { makeDataSource, python, serve } from '../testing/service.ts';
import { scheduleSeriesExpr } from './events.ts';
import { type TrustyDataQuery } from './types.ts';

const FROM = 1_767_600_000_000;
const MINUTE = 60_000;
const at = (step: number) => FROM + step * MINUTE;

function series(labels: Record<string, string>, points: Array<[step: number, value: number]>): DataFrame {
  return createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: points.map(([step]) => at(step)) },
      { name: 'Value', type: FieldType.number, labels, values: points.map(([, value]) => value) },
    ],
  });
}

const ks = { model: 'credit', feature: 'age', metric: 'ks', value_is: 'ks_d', dialect: 'python' };

/** D of `age` against its limit 0.0697 (1,000 v 600 rows): over in the steps 2, 3 and 5. */
const scores = series(
  ks,
  [0.01, 0.02, 0.3, 0.4, 0.01, 0.3, 0.01, 0.01].map((value, i) => [i, value])
);

/** The schedule r1 is made anew as r2 after a gap. */
const raw = (request: string, first: number, last: number) =>
  series(
    { __name__: 'trustyai_kstest', modelId: 'credit', subcategory: 'age', request, requestName: 'nightly' },
    Array.from({ length: last - first + 1 }, (_, i) => [first + i, 0.1])
  );

/** A linked Prometheus that knows both questions. */
function prometheus(answers: { scores?: DataQueryResponse; schedules?: DataQueryResponse }) {
  const asked: string[] = [];
  const source: Pick<DataSourceApi, 'query' | 'getRef'> = {
    getRef: () => ({ type: 'prometheus', uid: 'prom' }),
    query: ({ requestId, targets }) => {
      asked.push(JSON.stringify(targets));
      const answer = requestId.endsWith('schedules') ? answers.schedules : answers.scores;
      return of(answer ?? { data: [] });
    },
  };
  return { asked, getDataSource: () => Promise.resolve(Object.assign(Object.create(null), source)) };
}

async function run(query: Partial<TrustyDataQuery>, link: ReturnType<typeof prometheus> | undefined) {
  const calls = serve(python);
  const jsonData = link ? { prometheusUid: 'prom', namespace: 'prod' } : {};
  const datasource = makeDataSource({ jsonData, getDataSource: link?.getDataSource });
  const target: TrustyDataQuery = { refId: 'Anno', queryType: 'events', ...query };
  const range = { from: dateTime(at(0)), to: dateTime(at(8)), raw: { from: 'now-8m', to: 'now' } };
  const response = await firstValueFrom(
    datasource.query({
      requestId: 'Q1',
      interval: '1m',
      intervalMs: MINUTE,
      range,
      scopedVars: {},
      targets: [target],
      timezone: 'utc',
      app: 'dashboard',
      startTime: at(8),
    })
  );
  const frames: DataFrame[] = response.data;
  const rows = frames.flatMap(({ fields, length }) =>
    Array.from({ length }, (_, row) => Object.fromEntries(fields.map(({ name, values }) => [name, values[row]])))
  );
  return { response, rows, frames, calls };
}

it('drift began and ended: from the scores and their limits', async () => {
  const link = prometheus({ scores: { data: [scores] } });
  const { rows } = await run({ events: ['drift'], metric: 'ks', model: 'credit' }, link);
  expect(rows.map(({ time, timeEnd, title }) => [time, timeEnd, title])).toEqual([
    [at(2), at(4), 'Drift of age'],
    [at(5), at(6), 'Drift of age'],
  ]);
  expect(rows[0]?.['tags']).toBe('drift,ks,credit,age');
});

it('drift has to last as long as the query says', async () => {
  const link = prometheus({ scores: { data: [scores] } });
  const persistence = { need: 2, of: 2 };
  const { rows } = await run({ events: ['drift'], metric: 'ks', model: 'credit', persistence }, link);
  expect(rows.map(({ time, timeEnd }) => [time, timeEnd])).toEqual([[at(3), at(4)]]);
});

it('drift that is not over lasts until the end of the range', async () => {
  const open = [0.01, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3].map((value, i): [number, number] => [i, value]);
  const link = prometheus({ scores: { data: [series(ks, open)] } });
  const { rows } = await run({ events: ['drift'], metric: 'ks', model: 'credit' }, link);
  expect(rows.map(({ time, timeEnd }) => [time, timeEnd])).toEqual([[at(1), at(8)]]);
  expect(rows[0]?.['text']).toMatch(/not over yet/);
});

it('schedules came and went: from the ids in the raw series', async () => {
  const link = prometheus({ schedules: { data: [raw('r1', 0, 3), raw('r2', 5, 7)] } });
  const { rows } = await run({ events: ['schedules'], model: 'credit' }, link);
  expect(rows.map(({ time, title }) => [time, title])).toEqual([
    [at(4), 'Schedule nightly of Kolmogorov-Smirnov gone'],
    [at(5), 'Schedule nightly of Kolmogorov-Smirnov created'],
  ]);
  expect(link.asked.join()).toContain('request!=');
});

it('references are asked of the back end, for the model chosen', async () => {
  const { calls } = await run({ metric: 'ks', model: 'credit' }, prometheus({}));
  expect(calls.bodies.filter((body) => body !== undefined)).toEqual([
    expect.objectContaining({
      queries: [expect.objectContaining({ refId: 'Anno', queryType: 'events', events: ['references'] })],
    }),
  ]);
});

it('without a model or a metric it says what would show more', async () => {
  const { frames, calls } = await run({}, prometheus({}));
  const texts = frames.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text);
  expect(texts).toEqual([
    expect.stringMatching(/Drift needs a metric/),
    expect.stringMatching(/Uploads of references are looked up for one to 10 models/),
  ]);
  expect(calls.bodies.filter((body) => body !== undefined)).toEqual([]);
});

it('one kind that fails leaves the others; alone it fails', async () => {
  const link = prometheus({ schedules: { data: [], errors: [{ message: 'too many series' }] } });
  const all = await run({ model: 'credit' }, link);
  expect(all.response.errors).toBeUndefined();
  expect(all.frames[0]?.meta?.notices).toContainEqual({
    severity: 'warning',
    text: 'The linked Prometheus data source failed: too many series',
  });
  const alone = await run({ events: ['schedules'] }, undefined);
  expect(alone.response.errors?.[0]?.message).toMatch(/no Prometheus data source is linked/);
});

it('the expression takes both dialects apart and escapes names', () => {
  expect(scheduleSeriesExpr({ models: ['a"b', 'c.d'], namespace: 'prod', metric: 'ks' })).toBe(
    '{__name__=~"trustyai_kstest",request!="",model=~"a\\"b|c\\\\.d",modelId="",namespace="prod"} or ' +
      '{__name__=~"trustyai_kstest",request!="",modelId=~"a\\"b|c\\\\.d",namespace="prod"}'
  );
  expect(scheduleSeriesExpr({ models: [], namespace: undefined, metric: 'jensen-shannon' })).toBe(
    '{__name__=~"trustyai_jensenshannon",request!="",modelId!=""}'
  );
});

it('an annotation is a query of ours, old or new', () => {
  const base = { enable: true, iconColor: 'red', name: 'Drift' };
  expect(annotationSupport.prepareQuery?.(base)).toEqual({ refId: 'Anno', queryType: 'events', version: 2 });
  const target: TrustyDataQuery = { refId: 'B', queryType: 'observations', model: 'credit' };
  expect(annotationSupport.prepareQuery?.({ ...base, target })).toMatchObject(target);
});
