import {
  CoreApp,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import {
  buildScores,
  CoreError,
  isMetricKey,
  sampleSizes,
  scoresFromPrometheus,
  type MetricKey,
  type Notice,
  type SampleSizes,
  type Schedule,
  type Tag,
} from '@soundcheck/query';
import { from, lastValueFrom } from 'rxjs';
import { toGrafanaFrame, toPrometheusSeries } from './grafana-frames.ts';
import { readSchedules, readTags, sentenceOf, type ReadResource } from './resources.ts';
import type { TrustyDataQuery } from './types.ts';

/** What `scores` needs from its surroundings. */
export interface ScoresEnvironment {
  namespace?: string;
  prometheusUid?: string;
  readResource: ReadResource;
  /** Grafana's data source service. */
  getDataSource(uid: string): Promise<DataSourceApi>;
}

interface Background {
  sizes: Map<string, SampleSizes>;
  notices: Notice[];
}

const NOT_LINKED =
  'Scores over time come from Prometheus, and no Prometheus data source is linked: choose one in the settings of this TrustyAI data source.';

/** n of both sides, best effort: where the service does not answer the scores stand without n and say so. */
async function readBackground(
  model: string | undefined,
  metric: MetricKey,
  query: TrustyDataQuery,
  read: ReadResource
): Promise<Background> {
  if (!model) {
    return { sizes: new Map(), notices: [] };
  }
  try {
    const [schedules, tags]: [Schedule[], Tag[]] = await Promise.all([
      readSchedules(read, model, metric),
      readTags(read, model),
    ]);
    const sizes = sampleSizes({ metric, model, referenceTag: query.referenceTag || undefined }, schedules, tags);
    return { sizes: new Map([[model, sizes]]), notices: [] };
  } catch (error) {
    const text = `n and limits that need it are unknown, because TrustyAI did not say: ${sentenceOf(error)}`;
    return { sizes: new Map(), notices: [{ severity: 'info', text }] };
  }
}

function metricOf(query: TrustyDataQuery): MetricKey {
  if (!query.metric || !isMetricKey(query.metric)) {
    throw new CoreError(`The metric "${query.metric ?? ''}" is not known: choose one in the query.`, 'plugin');
  }
  return query.metric;
}

async function askPrometheus(
  expr: string,
  query: TrustyDataQuery,
  request: DataQueryRequest<TrustyDataQuery>,
  environment: ScoresEnvironment
): Promise<DataQueryResponse> {
  const { prometheusUid } = environment;
  if (!prometheusUid) {
    throw new CoreError(NOT_LINKED, 'plugin');
  }
  const prometheus = await environment.getDataSource(prometheusUid);
  const target = {
    refId: query.refId,
    expr,
    range: true,
    instant: false,
    format: 'time_series',
    editorMode: 'code',
    datasource: prometheus.getRef(),
  };
  const inner: DataQueryRequest = {
    ...request,
    app: request.app ?? CoreApp.Unknown,
    requestId: `${request.requestId}-${query.refId}-scores`,
    targets: [target],
  };
  return lastValueFrom(from(prometheus.query(inner)));
}

/**
 * Runs one `scores` query in the browser: metric to PromQL, the linked Prometheus, series to frames of the contract.
 * @throws CoreError and whatever the Prometheus data source throws
 */
export async function runScores(
  query: TrustyDataQuery,
  request: DataQueryRequest<TrustyDataQuery>,
  environment: ScoresEnvironment
): Promise<DataQueryResponse> {
  const metric = metricOf(query);
  const model = query.model || undefined;
  const expr = buildScores({
    metric,
    model,
    namespace: query.namespace || environment.namespace || undefined,
    features: query.features,
    referenceTag: query.referenceTag || undefined,
  });
  const [background, response] = await Promise.all([
    readBackground(model, metric, query, environment.readResource),
    askPrometheus(expr, query, request, environment),
  ]);
  const failures = response.errors ?? [];
  if (failures.length > 0) {
    const errors = failures.map((error) => ({
      ...error,
      refId: query.refId,
      message: `The linked Prometheus data source failed: ${error.message ?? error.data?.message ?? 'no reason given'}`,
    }));
    return { data: [], errors, state: LoadingState.Error };
  }
  const frames = scoresFromPrometheus(toPrometheusSeries(response.data), {
    refId: query.refId,
    expr,
    sizes: background.sizes,
    notices: background.notices,
  });
  return { data: frames.map(toGrafanaFrame), state: LoadingState.Done };
}
