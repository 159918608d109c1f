import {
  createDataFrame,
  dateTime,
  FieldType,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { firstValueFrom, Observable, of } from 'rxjs';
import { type TrustyDataQuery } from './query/types.ts';
import { joinSplit } from './query/per-model.ts';
import { makeDataSource, python, serve } from './testing/service.ts';
import { TrustyVariables, type VariableQuery } from './variables/variable-support.ts';

const NOW = 1_767_607_872_345;

function request(...targets: TrustyDataQuery[]): DataQueryRequest<TrustyDataQuery> {
  const range = { from: dateTime(NOW - 3_600_000), to: dateTime(NOW), raw: { from: 'now-1h', to: 'now' } };
  return {
    requestId: 'Q1',
    interval: '1m',
    intervalMs: 60_000,
    range,
    scopedVars: {},
    targets,
    timezone: 'utc',
    app: 'dashboard',
    startTime: NOW,
  };
}

/** A series as the linked Prometheus returns it for our expression. */
function series(feature: string, values: number[]): DataFrame {
  const labels = { model: 'credit', feature, metric: 'ks', value_is: 'ks_d', dialect: 'python', namespace: 'prod' };
  return createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, i) => NOW - (values.length - i) * 60_000) },
      { name: 'Value', type: FieldType.number, labels, values },
    ],
  });
}

/** A linked Prometheus that remembers what it was asked. */
function prometheus(response: DataQueryResponse) {
  const asked: unknown[] = [];
  const source: Pick<DataSourceApi, 'query' | 'getRef'> = {
    getRef: () => ({ type: 'prometheus', uid: 'prom' }),
    query: (inner) => {
      asked.push(...inner.targets);
      return of(response);
    },
  };
  const getDataSource = () => Promise.resolve(Object.assign(Object.create(null), source));
  return { asked, getDataSource };
}

const scores: TrustyDataQuery = { refId: 'A', queryType: 'scores', metric: 'ks', model: 'credit' };

it('scores: one PromQL for both dialects, limit and n from the schedules', async () => {
  serve(python);
  const { asked, getDataSource } = prometheus({ data: [series('age', [0.1, 0.767]), series('income', [0.02, 0.021])] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom', namespace: 'prod' }, getDataSource });
  const response = await firstValueFrom(datasource.query(request(scores)));
  expect(asked).toEqual([
    expect.objectContaining({
      refId: 'A',
      range: true,
      expr: expect.stringContaining('trustyai_kstest{namespace="prod",modelId="credit"}'),
    }),
  ]);
  const frames: DataFrame[] = response.data;
  const [age] = frames;
  expect(age?.name).toBe('age');
  expect(age?.fields.map(({ name }) => name)).toEqual(['time', 'value', 'limit', 'n_reference', 'n_current']);
  expect(age?.fields[1]?.values).toEqual([0.1, 0.767]);
  // scipy 1.17.1: special.kolmogi(0.05) / (r + 0.12 + 0.11 / r), r = sqrt(1000 * 600 / 1600)
  expect(age?.fields[2]?.values[0]).toBeCloseTo(0.069679683587624, 9);
  // Grafana's own time series draws the scores and their common limit once, not n.
  const drawn = frames.flatMap(({ fields }) =>
    fields.filter(({ type, config }) => type === FieldType.number && !config.custom?.hideFrom?.viz)
  );
  expect(drawn.map(({ config }) => config.displayNameFromDS)).toEqual(['age', 'limit', 'income']);
  expect(age?.meta?.custom?.['soundcheck']).toEqual({
    contract: 1,
    role: 'scores',
    limitOrigin: 'critical D for n = 1,000 v 600 at 5 %, Stephens 1970',
  });
});

it('scores: stand without n where the service is down, and say so', async () => {
  serve(undefined);
  const { getDataSource } = prometheus({ data: [series('age', [0.1])] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const response = await firstValueFrom(datasource.query(request(scores)));
  const [age]: DataFrame[] = response.data;
  expect(age?.fields.map(({ name }) => name)).toEqual(['time', 'value']);
  // What is the case stands first, then what follows from it.
  expect(age?.meta?.notices?.[0]).toEqual({
    severity: 'warning',
    text: expect.stringMatching(
      /^TrustyAI cannot be reached .*The scores come from Prometheus and stand; n and the limits/
    ),
  });
});

it.each([
  ['no link', {}, { data: [] }, /no Prometheus data source is linked/],
  [
    'a failing Prometheus',
    { prometheusUid: 'prom' },
    { data: [], errors: [{ message: 'bad gateway' }] },
    /Prometheus data source failed: bad gateway/,
  ],
])('scores: %s is a sentence on the query', async (_, jsonData, answer, sentence) => {
  serve(python);
  const datasource = makeDataSource({ jsonData, getDataSource: prometheus(answer).getDataSource });
  const response = await firstValueFrom(datasource.query(request(scores)));
  expect(response.errors).toEqual([expect.objectContaining({ refId: 'A', message: expect.stringMatching(sentence) })]);
});

it('scores: an empty answer is explained by the service', async () => {
  serve(python);
  const { getDataSource } = prometheus({ data: [] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const response = await firstValueFrom(datasource.query(request(scores)));
  const [frame]: DataFrame[] = response.data;
  expect(frame?.meta?.notices?.[0]?.text).toMatch(/TrustyAI publishes 2 values .* for credit, and Prometheus has none/);
});

it('scores: an empty answer says what to check where the service cannot explain it', async () => {
  serve({ ...python, '/q/metrics': undefined });
  const { getDataSource } = prometheus({ data: [] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const response = await firstValueFrom(datasource.query(request(scores)));
  const [frame]: DataFrame[] = response.data;
  expect(frame?.meta?.notices?.[0]?.text).toMatch(/Prometheus holds no such series/);
});

it('scores: level and own limit are held against the number', async () => {
  serve(python);
  const { getDataSource } = prometheus({ data: [series('age', [0.1, 0.2])] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const strict = await firstValueFrom(datasource.query(request({ ...scores, alpha: 0.01 })));
  // x / (r + 0.12 + 0.11 / r), r = sqrt(1000 * 600 / 1600), 2 Σ (-1)^(k-1) exp(-2 k² x²) = 0.01 solved by bisection
  expect(strict.data[0]?.fields[2]?.values[0]).toBeCloseTo(0.083508145113, 9);
  const own = await firstValueFrom(datasource.query(request({ ...scores, limit: '0.15' })));
  const [frame]: DataFrame[] = own.data;
  expect(frame?.fields[2]).toMatchObject({ name: 'limit', values: [0.15, 0.15] });
  expect(frame?.meta?.custom?.['soundcheck']).toMatchObject({ limitOrigin: 'set in the query' });
  const wrong = await firstValueFrom(datasource.query(request({ ...scores, limit: 'high' })));
  expect(wrong.errors?.[0]?.message).toMatch(/^Own limit is “high”, which is no number/);
});

it('other kinds go to the back end, with variables applied to every field', async () => {
  const calls = serve(python);
  const datasource = makeDataSource({
    variables: { model: 'credit', columns: ['age', 'income'], metric: 'ks', rows: '600' },
  });
  const query: TrustyDataQuery = {
    refId: 'B',
    queryType: 'compute',
    model: '$model',
    metric: '$metric',
    features: ['$columns'],
    batchSize: '$rows',
  };
  await firstValueFrom(datasource.query(request(query)));
  expect(calls.urls[0]).toContain('/api/ds/query');
  expect(calls.bodies[0]).toMatchObject({
    queries: [
      { refId: 'B', queryType: 'compute', model: 'credit', metric: 'ks', features: ['age', 'income'], batchSize: 600 },
    ],
  });
});

it('several models: one expression for scores, one question each where that is cheap, a sentence where it is not', async () => {
  const calls = serve(python);
  const { asked, getDataSource } = prometheus({ data: [] });
  const variables = { model: ['credit', 'jukebox.v2'] };
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource, variables });
  const tags: TrustyDataQuery = { refId: 'B', queryType: 'tags', model: '$model' };
  const compute: TrustyDataQuery = { refId: 'C', queryType: 'compute', metric: 'ks', model: '$model' };
  const response = await firstValueFrom(datasource.query(request({ ...scores, model: '$model' }, tags, compute)));
  expect(asked).toEqual([
    expect.objectContaining({ expr: expect.stringContaining('modelId=~"credit|jukebox\\\\.v2"') }),
  ]);
  expect(calls.bodies.find((body) => body !== undefined)).toMatchObject({
    queries: [
      { refId: 'B__model_0', queryType: 'tags', model: 'credit' },
      { refId: 'B__model_1', queryType: 'tags', model: 'jukebox.v2' },
    ],
  });
  expect(response.errors).toEqual([{ refId: 'C', message: expect.stringMatching(/variable with several values/) }]);
});

it('answers of split queries stand under the refId that was asked', () => {
  const frame = createDataFrame({ refId: 'B__model_1', fields: [] });
  const errors = [{ refId: 'B__model_0', message: 'no' }];
  const joined = joinSplit({ data: [frame], errors });
  expect(joined.data[0]?.refId).toBe('B');
  expect(joined.errors).toEqual([{ refId: 'B', message: 'no' }]);
});

it('old queries run as what they meant', async () => {
  const calls = serve(python);
  const datasource = makeDataSource();
  const old = JSON.parse('{"refId":"A","queryType":"latest","model":"credit","referenceTag":"","features":"age"}');
  await firstValueFrom(datasource.query(request(old)));
  expect(calls.bodies[0]).toMatchObject({ queries: [{ refId: 'A', model: 'credit', features: ['age'], version: 2 }] });
});

it('does not run what is unfinished', async () => {
  const datasource = makeDataSource();
  expect(datasource.filterQuery({ refId: 'A', queryType: 'compute', metric: 'ks' })).toBe(false);
  expect(datasource.filterQuery({ ...scores, hide: true })).toBe(false);
  expect(await firstValueFrom(datasource.query(request({ refId: 'A', queryType: 'compute' })))).toEqual({ data: [] });
});

it('ad hoc filters narrow every kind', async () => {
  const calls = serve(python);
  const { asked, getDataSource } = prometheus({ data: [series('age', [0.1])] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const filters = [
    { key: 'feature', operator: '=|', value: 'age', values: ['age', 'income'] },
    { key: 'pod', operator: '!=', value: 'old' },
    { key: 'feature', operator: '=', value: '' },
  ];
  const latest: TrustyDataQuery = { refId: 'B', queryType: 'latest' };
  await firstValueFrom(datasource.query({ ...request(scores, latest), filters }));
  expect(asked).toEqual([
    expect.objectContaining({ expr: expect.stringMatching(/subcategory=~"age\|income",pod!="old"/) }),
  ]);
  expect(calls.bodies.find((body) => body !== undefined)).toMatchObject({
    queries: [
      {
        filters: [
          { key: 'feature', operator: '=|', values: ['age', 'income'] },
          { key: 'pod', operator: '!=', values: ['old'] },
        ],
      },
    ],
  });
  const smaller = [{ key: 'feature', operator: '<', value: '3' }];
  const response = await firstValueFrom(datasource.query({ ...request(scores), filters: smaller }));
  expect(response.errors?.[0]?.message).toMatch(/uses “<”, and labels are texts/);
});

it('ad hoc filters offer the labels and their values', async () => {
  serve(python, { labels: { labels: ['feature', 'model'] } });
  const datasource = makeDataSource();
  expect(await datasource.getTagKeys()).toEqual([{ text: 'feature' }, { text: 'model' }]);
  expect(await datasource.getTagValues({ key: 'model', filters: [] })).toEqual([
    { text: 'feature' },
    { text: 'model' },
  ]);
});

it('what Prometheus is still asked is cancelled when nobody waits', async () => {
  serve(python);
  let cancelled = false;
  const never = new Observable<DataQueryResponse>(() => () => void (cancelled = true));
  const source: Pick<DataSourceApi, 'query' | 'getRef'> = { getRef: () => ({ uid: 'prom' }), query: () => never };
  const getDataSource = () => Promise.resolve(Object.assign(Object.create(null), source));
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  const subscription = datasource.query(request(scores)).subscribe();
  await new Promise((resolve) => setTimeout(resolve));
  subscription.unsubscribe();
  expect(cancelled).toBe(true);
});

it.each<[Partial<VariableQuery>, Array<[text: string, value: string]>]>([
  [{ list: 'models' }, [['credit', 'credit']]],
  [
    { list: 'features', model: '$model' },
    [
      ['age', 'age'],
      ['income', 'income'],
      ['accepted', 'accepted'],
    ],
  ],
  [{ list: 'references', model: 'credit' }, [['TRAINING', 'TRAINING']]],
  [
    { list: 'metrics' },
    [
      ['Compare means', 'compare-means'],
      ['Kolmogorov-Smirnov', 'ks'],
    ],
  ],
  [{ list: 'schedules', model: '' }, [['nightly', 'nightly']]],
])('variables list what the service knows: %j', async (query, options) => {
  const listed = {
    ...python,
    '/metrics/drift/kstest/requests': {
      requests: ['nightly', '', 'nightly'].map((requestName, i) => ({
        requestId: `r${String(i)}`,
        modelId: 'credit',
        metricName: 'KSTest',
        requestName,
      })),
    },
  };
  serve(listed);
  const variables = new TrustyVariables(makeDataSource({ variables: { model: 'credit' } }));
  const target: VariableQuery = { refId: 'variable', list: 'models', ...query };
  const response = await firstValueFrom(variables.query({ ...request(), targets: [target] }));
  const [texts, values] = response.data[0]?.fields ?? [];
  expect(texts?.values.map((text: string, i: number) => [text, values?.values[i]])).toEqual(options);
});

it('a public dashboard asks the server for the panel once, and nothing else', async () => {
  const { urls } = serve(python);
  const { asked, getDataSource } = prometheus({ data: [] });
  const datasource = makeDataSource({ jsonData: { prometheusUid: 'prom' }, getDataSource });
  config.publicDashboardAccessToken = 'token';
  try {
    const latest: TrustyDataQuery = { refId: 'B', queryType: 'latest', metric: 'ks' };
    await firstValueFrom(datasource.query({ ...request(scores, latest), panelId: 3 }));
  } finally {
    config.publicDashboardAccessToken = '';
  }
  expect(urls).toEqual(['/api/public/dashboards/token/panels/3/query']);
  expect(asked).toEqual([]);
});
