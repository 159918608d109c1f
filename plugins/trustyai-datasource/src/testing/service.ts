import { type DataSourceInstanceSettings, type DataSourcePluginMeta, PluginType } from '@grafana/data';
import { type BackendSrvRequest, setBackendSrv, type TemplateSrv } from '@grafana/runtime';
import { start, type Reply } from '@soundcheck/query';
import { Observable } from 'rxjs';
import { DataSource } from '../datasource.ts';
import { type PrometheusLink } from '../query/prometheus.ts';
import { type TrustyJsonData } from '../query/types.ts';

/** Replies of a TrustyAI service by path, text as it is; what is not listed is not there. */
export type Service = Record<string, unknown>;

const info = (model: string) => ({
  [model]: {
    data: {
      observations: 1600,
      inputSchema: {
        items: {
          age: { type: 'DOUBLE', name: 'age', index: 0 },
          income: { type: 'DOUBLE', name: 'income', index: 1 },
        },
        nameMapping: {},
      },
      outputSchema: { items: { accepted: { type: 'DOUBLE', name: 'accepted', index: 0 } }, nameMapping: {} },
    },
    metrics: { scheduledMetadata: { metricCounts: { KSTest: 1 } } },
  },
});

/** A Python service with one model, a reference of 1,000 rows and one KS schedule over 600. */
export const python: Service = {
  '/info': info('credit'),
  '/openapi.json': {
    info: { version: '1.0.0rc0' },
    paths: { '/metrics/drift/kstest': {}, '/metrics/drift/kstest/requests': {}, '/metrics/drift/comparemeans': {} },
  },
  '/info/tags': { credit: { TRAINING: 1000, _trustyai_unlabeled: 600 } },
  '/metrics/drift/kstest/requests': {
    requests: [{ requestId: 'r1', modelId: 'credit', metricName: 'KSTest', batchSize: 600, referenceTag: 'TRAINING' }],
  },
  '/q/metrics': ['age', 'income']
    .map(
      (column) => `trustyai_kstest{subcategory="${column}",modelId="credit",request="r1",referenceTag="TRAINING"} 0.1\n`
    )
    .join(''),
};

function reply(service: Service | undefined, path: string): Reply {
  if (service === undefined) {
    return {
      status: 0,
      contentType: '',
      body: '',
      error: 'unreachable',
      errorMessage: 'connect ECONNREFUSED 127.0.0.1:8081',
    };
  }
  const body = service[path];
  if (typeof body === 'string') {
    return { status: 200, contentType: 'text/plain', body };
  }
  return body === undefined
    ? { status: 404, contentType: 'application/json', body: '{"detail":"Not Found"}' }
    : { status: 200, contentType: 'application/json', body: JSON.stringify(body) };
}

/** Answers a resource call as the back end does: by running the core. */
function runResource(service: Service | undefined, path: string, params: Record<string, string>) {
  const session = start('resource', { path, params }, { settings: {}, now: 0 });
  let step = session.step([]);
  while ('requests' in step) {
    step = session.step(step.requests.map((request) => reply(service, request.path)));
  }
  return step;
}

/** What went to Grafana's server, in order. */
export interface Calls {
  urls: string[];
  bodies: unknown[];
}

/**
 * Puts a back end in place that runs the core against a service.
 * @param service undefined: it cannot be reached
 * @param answers resources by path that are answered as given, without the core; an Error is a refusal
 */
export function serve(service: Service | undefined, answers: Readonly<Record<string, unknown>> = {}): Calls {
  const calls: Calls = { urls: [], bodies: [] };
  const fetch = (request: BackendSrvRequest) =>
    new Observable((subscriber) => {
      calls.urls.push(request.url);
      calls.bodies.push(request.data);
      const [, path] = request.url.split('/resources/');
      if (path === undefined) {
        subscriber.next({ data: { results: {} }, status: 200 });
        subscriber.complete();
        return;
      }
      if (path in answers) {
        const answer = answers[path];
        if (answer instanceof Error) {
          subscriber.error({ status: 403, data: { message: answer.message } });
          return;
        }
        subscriber.next({ data: answer, status: 200 });
        subscriber.complete();
        return;
      }
      const step = runResource(service, path, request.params ?? {});
      if ('done' in step) {
        subscriber.next({ data: step.done, status: 200 });
        subscriber.complete();
      } else {
        subscriber.error({ status: 502, data: { message: 'error' in step ? step.error.message : '' } });
      }
    });
  // Only `fetch` is called by DataSourceWithBackend; the rest of Grafana's service has no part in these tests.
  setBackendSrv(Object.assign(Object.create(null), { fetch }));
  return calls;
}

/** Variables by name, replaced as `$name`. */
export function templates(variables: Record<string, string | string[]> = {}): TemplateSrv {
  return {
    getVariables: () => [],
    containsTemplate: (text) => Boolean(text?.includes('$')),
    updateTimeRange: () => undefined,
    replace: (text = '', _scoped, format) =>
      text.replace(/\$(\w+)/g, (whole, name: string) => {
        const value = variables[name];
        if (value === undefined) {
          return whole;
        }
        return typeof format === 'function' ? format(value, {}, () => '') : String(value);
      }),
  };
}

const meta: DataSourcePluginMeta = {
  id: 'soundcheck-trustyai-datasource',
  name: 'TrustyAI (Soundcheck)',
  type: PluginType.datasource,
  module: '',
  baseUrl: '',
  info: {
    author: { name: '' },
    description: '',
    links: [],
    logos: { small: '', large: '' },
    screenshots: [],
    updated: '',
    version: '',
  },
};

interface Surroundings {
  jsonData?: TrustyJsonData;
  variables?: Record<string, string | string[]>;
  getDataSource?: PrometheusLink['getDataSource'];
}

export function instanceSettings(jsonData: TrustyJsonData): DataSourceInstanceSettings<TrustyJsonData> {
  return { id: 1, uid: 'trusty', name: 'TrustyAI', type: meta.id, access: 'proxy', readOnly: false, meta, jsonData };
}

/** The data source as Grafana makes it, with its surroundings handed in. */
export function makeDataSource({ jsonData = {}, variables, getDataSource }: Surroundings = {}): DataSource {
  return new DataSource(instanceSettings(jsonData), templates(variables), getDataSource);
}
