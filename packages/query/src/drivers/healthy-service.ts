import type { Dialect } from '../catalogue/meaning.ts';
import type { Outputs } from '../engine.ts';
import type { Reply, Request } from '../core/io.ts';

/** A healthy service of each dialect, with an answer to every call of the core, and every job that the core does. */

export const NOW = Date.UTC(2026, 0, 5, 12);
const ID = '11111111-2222-4333-8444-555555555555';

function reply(body: unknown, status = 200): Reply {
  return { status, contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function schema(names: string[], index: string) {
  const items = names.map((name, i) => [name, { type: 'DOUBLE', name, [index]: i }] as const);
  return { items: Object.fromEntries(items), nameMapping: {} };
}

function info(index: string) {
  const data = { observations: 317, inputSchema: schema(['a', 'b'], index), outputSchema: schema(['y'], index) };
  return { m: { data, metrics: { scheduledMetadata: { metricCounts: { KSTest: 1 } } } } };
}

const TAGS = { m: { T: 211, _trustyai_unlabeled: 106 } };

const PYTHON_METRICS = `trustyai_model_observations_total{model="m",request="x"} 317
trustyai_kstest{fitColumns="a,b",metricName="KSTest",modelId="m",referenceTag="T",request="${ID}",requestName="nightly",subcategory="a"} 0.4137
trustyai_kstest{fitColumns="a,b",metricName="KSTest",modelId="m",referenceTag="T",request="${ID}",requestName="nightly",subcategory="b"} 0.0523
trustyai_comparemeans{fitColumns="a",metricName="CompareMeans",modelId="m",referenceTag="T",request="r2",requestName="n2",subcategory="a"} -7.319
trustyai_mmd{fitColumns="a",metricName="MMD",modelId="m",referenceTag="T",request="r3",requestName="n3"} 0.000213
`;

const JAVA_METRICS = `trustyai_model_observations_total{model="m",request="x",} 317.0
trustyai_kstest{batch_size="61",metricName="KSTEST",model="m",request="${ID}",requestName="nightly",subcategory="a",} 0.0137
trustyai_identity{batch_size="61",column="b",metricName="IDENTITY",model="m",request="r2",requestName="n2",} 67.163
`;

const PYTHON_PATHS = ['kstest', 'comparemeans', 'ksteststreaming', 'approxkstest', 'jensenshannon', 'mmd', 'fouriermmd']
  .map((name) => `/metrics/drift/${name}`)
  .concat('/metrics/batchmean', '/metrics/group/fairness/spd', '/metrics/group/fairness/dir');

const withLeaves = (paths: string[]) =>
  Object.fromEntries(paths.flatMap((path) => ['', '/request', '/requests'].map((leaf) => [path + leaf, {}])));

const PYTHON_SCHEDULE = {
  ...{ requestId: ID, modelId: 'm', metricName: 'KSTest' },
  ...{ batchSize: 61, referenceTag: 'T', fitColumns: ['a', 'b'] },
};

const sketch = {
  ...{ epsilon: 0.001, xmin: 1.25, xmax: 3.75, numx: 3 },
  summary: [1.25, 2.5, 3.75].map((left) => ({ left, middle: 1, right: 0 })),
};
const JAVA_SCHEDULES = {
  requests: [
    {
      id: ID,
      request: {
        ...{ modelId: 'm', metricName: 'APPROXKSTEST', requestName: 'sketched', batchSize: 61, referenceTag: 'T' },
        ...{ fitColumns: ['a', 'b'], thresholdDelta: 0.05, sketchFitting: { a: sketch, b: sketch } },
      },
    },
  ],
};

const time = (at: number, zone: string) => new Date(NOW - 600_000 + at).toISOString().replace('Z', `678${zone}`);
const ids = (zone: string) =>
  Array.from({ length: 317 }, (_, i) => ({
    id: `${i < 211 ? 'upload' : 'event'}_${String(i)}`,
    timestamp: time(i < 211 ? 0 : i, zone),
  }));

const CSV = [
  '"a","b","y","_trustyai_tag","_trustyai_id","_trustyai_timestamp"',
  `41.25,-3.5,0,"T","i1","${String(NOW - 5000)}"`,
  `17.75,NaN,1,"T","i2","${String(NOW - 4000)}"`,
].join('\n');

const answers: Record<Dialect, Record<string, Reply>> = {
  python: {
    '/info': reply(info('index')),
    '/openapi.json': reply({ info: { version: '1.0.0rc0' }, paths: withLeaves(PYTHON_PATHS) }),
    '/info/tags': reply(TAGS),
    '/q/metrics': { ...reply(PYTHON_METRICS), contentType: 'text/plain' },
    '/metrics/drift/kstest/requests': reply({ requests: [PYTHON_SCHEDULE] }),
    '/metrics/drift/kstest': reply({
      value: 0.4137,
      p_value: 0.0017,
      feature_results: { a: { statistic: 0.4137, p_value: 0.0017 }, b: { statistic: 0.0523, p_value: null } },
    }),
    '/metrics/batchmean': reply({ name: 'BatchMean', value: 67.163 }),
    '/metrics/drift/mmd': reply({ value: 0.000213, p_value: 0.275, threshold: 0.000417 }),
    '/info/inference/ids/m': reply({ ids: ids('+00:00'), total: 317, limit: 10_000, offset: 0 }),
    '/q/health': reply({ status: 'healthy' }),
  },
  java: {
    '/info': reply(info('columnIndex')),
    '/q/openapi': reply({ paths: withLeaves(['/data/download', '/metrics/drift/kstest']) }),
    '/info/tags': reply(TAGS),
    '/q/metrics': { ...reply(JAVA_METRICS), contentType: 'text/plain' },
    '/metrics/all/requests': reply(JAVA_SCHEDULES),
    '/metrics/drift/kstest': reply({ namedValues: { a: 0.0137, b: 'NaN' }, thresholds: { outsideBounds: true } }),
    '/metrics/identity': reply({ value: 67.163, namedValues: null }),
    '/metrics/drift/fouriermmd': reply({ value: 0.9731, namedValues: null }),
    '/info/inference/ids/m': reply(ids('').slice(211)),
    '/data/download': reply({ dataCSV: `${CSV}\n` }),
    '/q/health': reply({ status: 'UP' }),
  },
};

/**
 * A service that gives the good reply to each request; what it does not have is 404, a list without schedules is empty. The
 * one schedule is gone after any deletion.
 */
export function healthyService(dialect: Dialect): (request: Request) => Reply {
  let deleted = false;
  return ({ method, path }) => {
    const [bare = path] = path.split('?');
    const isList = bare.endsWith('/requests');
    deleted ||= method === 'DELETE';
    const known = isList && deleted ? undefined : answers[dialect][bare];
    if (known !== undefined) {
      return known;
    }
    if (method !== 'GET') {
      return reply({ requestId: ID, status: 'success' });
    }
    return isList ? reply({ requests: [] }) : reply('{"detail":"Not Found"}', 404);
  };
}

/** One thing that the core does, with an input that a healthy service can answer. */
export interface Job {
  name: string;
  dialect: Dialect;
  operation: keyof Outputs;
  input: unknown;
}

const dialects = ['python', 'java'] as const;

function jobsOf(operation: keyof Outputs, inputs: Array<readonly [string, unknown]>): Job[] {
  return dialects.flatMap((dialect) => inputs.map(([name, input]) => ({ name, dialect, operation, input })));
}

const chosen = { refId: 'A', model: 'm', referenceTag: 'T', batchSize: 61 };
const queries = [
  { queryType: 'latest' },
  { queryType: 'latest', metric: 'ks', output: 'value over limit' },
  { queryType: 'latest', table: true },
  { queryType: 'compute', metric: 'ks' },
  { queryType: 'compute', metric: 'mean', features: ['b'] },
  { queryType: 'compute', metric: 'mmd' },
  ...['distribution', 'rows', 'models', 'columns', 'tags', 'schedules', 'observations', 'events'].map((queryType) => ({
    queryType,
  })),
].map((query) => [Object.values(query).join(' '), { query: { ...chosen, ...query } }] as const);

const params = { model: 'm' };
const resources = [
  ...['models', 'metrics', 'labels', 'service'].map((path) => [path, { path }] as const),
  ...['columns', 'tags', 'schedules', 'diagnosis'].map((path) => [path, { path, params }] as const),
  [
    'schedules/create',
    { path: 'schedules/create', body: { ...chosen, metric: 'compare-means', requestName: 'weekly' } },
  ],
] as const;

const deletion = (metric: string) => ({ path: 'schedules/delete', body: { id: ID, metric, model: 'm' } });

export const jobs: Job[] = [
  ...jobsOf('health', [['health', {}]]),
  ...jobsOf('query', queries),
  ...jobsOf('resource', [...resources]),
  { name: 'delete', dialect: 'python', operation: 'resource', input: deletion('ks') },
  { name: 'delete', dialect: 'java', operation: 'resource', input: deletion('ks-approximate') },
];

/** For every job: writes are switched on, and the time range holds the rows. */
export const context = {
  settings: { scheduling: 'editors' },
  now: NOW,
  timeRange: { from: NOW - 3_600_000, to: NOW },
};
