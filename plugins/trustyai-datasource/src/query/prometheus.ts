import { CoreApp, type DataQueryRequest, type DataQueryResponse, type DataSourceApi } from '@grafana/data';
import { CoreError, type PrometheusSeries } from '@soundcheck/query';
import { from, lastValueFrom, takeUntil, type Observable } from 'rxjs';
import { t } from '../i18n/translate.ts';
import { toPrometheusSeries } from './grafana-frames.ts';
import { sentenceOf } from './resources.ts';
import type { TrustyDataQuery } from './types.ts';

/** The linked Prometheus data source, and how Grafana gives it. */
export interface PrometheusLink {
  uid?: string;
  getDataSource(uid: string): Promise<DataSourceApi>;
}

/** One query of ours as it is being answered. */
export interface Asked {
  query: TrustyDataQuery;
  request: DataQueryRequest<TrustyDataQuery>;
  /** Emits when nobody waits any more. */
  stop: Observable<unknown>;
}

async function linked({ uid, getDataSource }: PrometheusLink): Promise<DataSourceApi> {
  if (!uid) {
    throw new CoreError(
      t(
        'prometheus.not-linked',
        'Scores over time come from Prometheus, and no Prometheus data source is linked: choose one in the settings of this TrustyAI data source.'
      )
    );
  }
  return getDataSource(uid).catch((error: unknown) => {
    const reason = sentenceOf(error);
    throw new CoreError(
      t(
        'prometheus.cannot-be-used',
        'The linked Prometheus data source (uid {{uid}}) cannot be used: {{reason}}. Choose another in the settings of this TrustyAI data source.',
        { uid, reason }
      )
    );
  });
}

/**
 * Runs one expression over the request's time range.
 * @param purpose tells apart what one query of ours asks, so that Grafana does not cancel one for the other
 * @throws CoreError with a sentence where there is no such data source or it fails
 */
export async function askPrometheus(
  expr: string,
  purpose: string,
  { query, request, stop }: Asked,
  link: PrometheusLink
): Promise<PrometheusSeries[]> {
  const prometheus = await linked(link);
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
    requestId: `${request.requestId}-${query.refId}-${purpose}`,
    targets: [target],
    // They are part of the expression; Prometheus would apply them a second time, to labels that it does not know.
    filters: [],
  };
  const nothing: DataQueryResponse = { data: [] };
  const response = await lastValueFrom(from(prometheus.query(inner)).pipe(takeUntil(stop)), { defaultValue: nothing });
  const [failure] = response.errors ?? [];
  if (failure) {
    const reason = failure.message ?? failure.data?.message ?? t('prometheus.no-reason', 'no reason given');
    throw new CoreError(
      t('prometheus.failed', 'The linked Prometheus data source failed: {{reason}}', { reason }),
      'downstream'
    );
  }
  return toPrometheusSeries(response.data);
}
