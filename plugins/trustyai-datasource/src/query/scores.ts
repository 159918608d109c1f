import {
  CoreApp,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { buildScores, CoreError, isMetricKey, scoresFromPrometheus, type MetricKey } from '@soundcheck/query';
import { from, lastValueFrom } from 'rxjs';
import { modelsIn, readBackground } from './background.ts';
import { dressCompanions } from './companions.ts';
import { toGrafanaFrame, toPrometheusSeries } from './grafana-frames.ts';
import { sentenceOf, type ReadResource } from './resources.ts';
import type { TrustyDataQuery } from './types.ts';

/** What `scores` needs from its surroundings. */
export interface ScoresEnvironment {
  namespace?: string;
  prometheusUid?: string;
  readResource: ReadResource;
  /** Grafana's data source service. */
  getDataSource(uid: string): Promise<DataSourceApi>;
}

const NOT_LINKED =
  'Scores over time come from Prometheus, and no Prometheus data source is linked: choose one in the settings of this TrustyAI data source.';

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
  const prometheus = await environment.getDataSource(prometheusUid).catch((error: unknown) => {
    throw new CoreError(
      `The linked Prometheus data source (uid ${prometheusUid}) cannot be used: ${sentenceOf(error)}. Choose another in the settings of this TrustyAI data source.`,
      'plugin'
    );
  });
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
 * @param models those asked for; empty: all
 * @throws CoreError and whatever the Prometheus data source throws
 */
export async function runScores(
  query: TrustyDataQuery,
  models: readonly string[],
  request: DataQueryRequest<TrustyDataQuery>,
  environment: ScoresEnvironment
): Promise<DataQueryResponse> {
  const metric = metricOf(query);
  const expr = buildScores({
    metric,
    model: models,
    namespace: query.namespace || environment.namespace || undefined,
    features: query.features,
    referenceTag: query.referenceTag || undefined,
  });
  const read = (names: readonly string[]) =>
    readBackground(names, { metric, referenceTag: query.referenceTag || undefined }, environment.readResource);
  const [early, response] = await Promise.all([read(models), askPrometheus(expr, query, request, environment)]);
  const failures = response.errors ?? [];
  if (failures.length > 0) {
    const errors = failures.map((error) => ({
      ...error,
      refId: query.refId,
      message: `The linked Prometheus data source failed: ${error.message ?? error.data?.message ?? 'no reason given'}`,
    }));
    return { data: [], errors, state: LoadingState.Error };
  }
  const series = toPrometheusSeries(response.data);
  const background = models.length > 0 ? early : await read(modelsIn(series));
  const frames = scoresFromPrometheus(series, { refId: query.refId, expr, ...background });
  return { data: dressCompanions(frames.map(toGrafanaFrame)), state: LoadingState.Done };
}
