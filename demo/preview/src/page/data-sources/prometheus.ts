import {
  DataSourceApi,
  rangeUtil,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { catchError, defer, forkJoin, map, of, type Observable } from 'rxjs';
import * as v from 'valibot';
import { toFrames } from './prometheus-frames.ts';
import { decodeReply } from './prometheus-reply.ts';
import { interpolate, sentenceOf, together } from './query-parts.ts';

export interface PrometheusQuery extends DataQuery {
  expr?: string;
  instant?: boolean;
  range?: boolean;
  format?: 'time_series' | 'table' | 'heatmap';
  legendFormat?: string;
  /** Smallest step, e.g. "30s"; may hold variables. */
  interval?: string;
}

export interface PrometheusSettings extends DataSourceJsonData {
  /** Scrape interval. */
  timeInterval?: string;
}

export type PrometheusApi = DataSourceApi<PrometheusQuery, PrometheusSettings>;

/** At most this many points a series: Prometheus refuses more. */
const MOST_POINTS = 11_000;

/** A stand-in for Grafana's Prometheus data source: its queries, frames and variables over Prometheus' HTTP API. */
export class PrometheusDataSource extends DataSourceApi<PrometheusQuery, PrometheusSettings> {
  private readonly url: string;
  private readonly scrapeInterval: number;

  constructor(settings: DataSourceInstanceSettings<PrometheusSettings>) {
    super(settings);
    this.url = settings.url ?? '';
    this.scrapeInterval = rangeUtil.intervalToMs(settings.jsonData.timeInterval || '15s');
  }

  override filterQuery({ expr }: PrometheusQuery): boolean {
    return Boolean(expr);
  }

  query(request: DataQueryRequest<PrometheusQuery>): Observable<DataQueryResponse> {
    // The columns of several tables are told apart by their queries, because transformations name them.
    const tables = request.targets.filter(({ format }) => format === 'table').length;
    const calls = request.targets.flatMap((target) => {
      const both = target.instant && target.range;
      return both
        ? [this.run(request, target, { instant: false, tables }), this.run(request, target, { instant: true, tables })]
        : [this.run(request, target, { instant: Boolean(target.instant), tables })];
    });
    return forkJoin(calls).pipe(map(together));
  }

  private run(
    request: DataQueryRequest<PrometheusQuery>,
    target: PrometheusQuery,
    { instant, tables }: { instant: boolean; tables: number }
  ) {
    const { refId, format = 'time_series', legendFormat = '' } = target;
    const step = this.stepOf(request, target);
    const scopedVars = { ...request.scopedVars, ...this.intervalVars(step, request.range) };
    const expr = interpolate(target.expr ?? '', scopedVars);
    const params = instant
      ? { query: expr, time: seconds(request.range.to.valueOf()) }
      : rangeParams(expr, step, request.range);
    return this.post(instant ? 'query' : 'query_range', params).pipe(
      map((body): DataQueryResponse => {
        const { series, warnings } = decodeReply(body);
        const options = {
          refId,
          format,
          valueName: tables > 1 ? `Value #${refId}` : 'Value',
          instant,
          warnings,
          interval: step,
          executedQueryString: `Expr: ${expr}\nStep: ${step / 1000}s`,
        };
        return { data: toFrames(series, { ...options, legendFormat: interpolate(legendFormat, scopedVars) }) };
      }),
      catchError((thrown: unknown) => {
        const error = { refId, message: sentenceOf(thrown, 'Prometheus') };
        return of<DataQueryResponse>({ data: [], errors: [error] });
      })
    );
  }

  private stepOf({ intervalMs, range, scopedVars }: DataQueryRequest, { interval }: PrometheusQuery): number {
    const asked = interval
      ? rangeUtil.intervalToMs(interpolate(interval, scopedVars).replace(/[<>]/g, ''))
      : this.scrapeInterval;
    const span = range.to.valueOf() - range.from.valueOf();
    return Math.max(Math.ceil(Math.max(intervalMs, asked, span / MOST_POINTS) / 1000) * 1000, 1000);
  }

  private intervalVars(step: number, range: TimeRange): ScopedVars {
    const spanSeconds = Math.round((range.to.valueOf() - range.from.valueOf()) / 1000);
    const rate = Math.max(step + this.scrapeInterval, 4 * this.scrapeInterval);
    const variable = (value: string | number) => ({ text: value, value });
    return {
      __interval: variable(`${step / 1000}s`),
      __interval_ms: variable(step),
      __rate_interval: variable(`${rate / 1000}s`),
      __range: variable(`${spanSeconds}s`),
      __range_s: variable(spanSeconds),
      __range_ms: variable(spanSeconds * 1000),
    };
  }

  private post(path: string, params: Record<string, string>): Observable<unknown> {
    const url = `${this.url}/api/v1/${path}`;
    const data = new URLSearchParams(params).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return defer(() => getBackendSrv().fetch<unknown>({ url, method: 'POST', data, headers })).pipe(
      map((reply) => reply.data)
    );
  }

  /** Values for a variable: `label_names()`, `label_values([selector,] label)`, `metrics(regex)` or `query_result(expr)`. */
  override async metricFindQuery(
    given: string | { query: string },
    options?: { scopedVars?: ScopedVars; range?: TimeRange }
  ): Promise<MetricFindValue[]> {
    const text = interpolate(typeof given === 'string' ? given : given.query, options?.scopedVars ?? {}).trim();
    const range = options?.range;
    const span: Record<string, string> = range
      ? { start: seconds(range.from.valueOf()), end: seconds(range.to.valueOf()) }
      : {};
    const [, name = '', inner = ''] = /^(\w+)\(([\s\S]*)\)$/.exec(text) ?? [];
    if (name === 'label_names') {
      return this.list('labels', span);
    }
    if (name === 'label_values') {
      const [, selector, label = inner] = /^([\s\S]*),\s*(\w+)\s*$/.exec(inner) ?? [];
      return this.list(`label/${label.trim()}/values`, { ...span, ...(selector && { 'match[]': selector.trim() }) });
    }
    if (name === 'metrics') {
      const all = await this.list('label/__name__/values', span);
      return all.filter(({ text: metric }) => new RegExp(inner || '.').test(metric));
    }
    const body = await getBackendSrv().get(`${this.url}/api/v1/query`, {
      query: name === 'query_result' ? inner : text,
    });
    return decodeReply(body).series.map(({ labels, values, times }) => {
      const { __name__: metric = '', ...rest } = labels;
      const pairs = Object.entries(rest).map(([key, value]) => `${key}="${value}"`);
      return { text: `${metric}{${pairs.join(',')}} ${values[0]} ${times[0]}` };
    });
  }

  private async list(path: string, params: Record<string, string>): Promise<MetricFindValue[]> {
    const body = await getBackendSrv().get(`${this.url}/api/v1/${path}`, params);
    return v.parse(v.object({ data: v.array(v.string()) }), body).data.map((text) => ({ text }));
  }

  async testDatasource() {
    const { message } = await getBackendSrv().get(`/api/datasources/uid/${this.uid}/health`);
    return { status: 'success', message };
  }
}

function seconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}

function rangeParams(query: string, step: number, range: TimeRange) {
  const aligned = (milliseconds: number) => seconds(Math.floor(milliseconds / step) * step);
  return { query, start: aligned(range.from.valueOf()), end: aligned(range.to.valueOf()), step: String(step / 1000) };
}
