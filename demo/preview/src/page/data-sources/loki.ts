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
import { linesFrame, type DerivedField } from './loki-frames.ts';
import { decodeLokiReply } from './loki-reply.ts';
import { toFrames } from './prometheus-frames.ts';
import { interpolate, sentenceOf, together } from './query-parts.ts';

export interface LokiQuery extends DataQuery {
  expr?: string;
  queryType?: 'range' | 'instant';
  legendFormat?: string;
  /** Smallest step, e.g. "30s"; may hold variables. */
  step?: string;
  maxLines?: number;
}

export interface LokiSettings extends DataSourceJsonData {
  maxLines?: number | string;
  derivedFields?: DerivedField[];
}

export type LokiApi = DataSourceApi<LokiQuery, LokiSettings>;

/** At most this many points a series: Loki refuses more. */
const MOST_POINTS = 11_000;

const usualLines = 1000;

/** A stand-in for Grafana's Loki data source: queries of lines and of numbers over Loki's HTTP API, and label values. */
export class LokiDataSource extends DataSourceApi<LokiQuery, LokiSettings> {
  private readonly url: string;
  private readonly maxLines: number;
  private readonly derivedFields: DerivedField[];

  constructor(settings: DataSourceInstanceSettings<LokiSettings>) {
    super(settings);
    this.url = settings.url ?? '';
    this.maxLines = Number(settings.jsonData.maxLines) || usualLines;
    this.derivedFields = settings.jsonData.derivedFields ?? [];
  }

  override filterQuery({ expr }: LokiQuery): boolean {
    return Boolean(expr);
  }

  query(request: DataQueryRequest<LokiQuery>): Observable<DataQueryResponse> {
    return forkJoin(request.targets.map((target) => this.run(request, target))).pipe(map(together));
  }

  private run(request: DataQueryRequest<LokiQuery>, target: LokiQuery): Observable<DataQueryResponse> {
    const { refId, legendFormat = '' } = target;
    const instant = target.queryType === 'instant';
    const step = stepOf(request, target);
    const scopedVars = { ...request.scopedVars, ...intervalVars(step, instant, request.range) };
    const expr = interpolate(target.expr ?? '', scopedVars);
    const limit = target.maxLines || this.maxLines;
    const params = instant
      ? { query: expr, limit, time: nanoseconds(request.range.to.valueOf()) }
      : { query: expr, limit, step: `${step}ms`, direction: 'backward', ...span(request.range) };
    const url = `${this.url}/loki/api/v1/${instant ? 'query' : 'query_range'}`;
    return defer(() => getBackendSrv().fetch<unknown>({ url, params })).pipe(
      map(({ data }): DataQueryResponse => {
        const reply = decodeLokiReply(data);
        const executedQueryString = `Expr: ${expr}\nStep: ${step / 1000}s`;
        if ('lines' in reply) {
          const options = { refId, executedQueryString, limit, derivedFields: this.derivedFields };
          return { data: reply.lines.length > 0 ? [linesFrame(reply.lines, options)] : [] };
        }
        const options = { refId, instant, executedQueryString, interval: step, warnings: [], valueName: 'Value' };
        const format = instant ? 'table' : 'time_series';
        const legend = interpolate(legendFormat, scopedVars);
        return { data: toFrames(reply.series, { ...options, format, legendFormat: legend }) };
      }),
      catchError((thrown: unknown) => {
        const error = { refId, message: sentenceOf(thrown, 'Loki') };
        return of<DataQueryResponse>({ data: [], errors: [error] });
      })
    );
  }

  /** Values for a variable: `label_names()` or `label_values([selector,] label)`. */
  override async metricFindQuery(
    given: string | { query?: string; label?: string; stream?: string },
    options?: { scopedVars?: ScopedVars; range?: TimeRange }
  ): Promise<MetricFindValue[]> {
    const { label, stream } = variableOf(given);
    const query = interpolate(stream, options?.scopedVars ?? {});
    const params = { ...(options?.range && span(options.range)), ...(query && { query }) };
    const path = label ? `label/${encodeURIComponent(label)}/values` : 'labels';
    const body = await getBackendSrv().get(`${this.url}/loki/api/v1/${path}`, params);
    const { data } = v.parse(v.object({ data: v.optional(v.array(v.string()), []) }), body);
    return data.map((text) => ({ text }));
  }

  async testDatasource() {
    const { message } = await getBackendSrv().get(`/api/datasources/uid/${this.uid}/health`);
    return { status: 'success', message };
  }
}

function variableOf(given: string | { query?: string; label?: string; stream?: string }) {
  if (typeof given !== 'string' && given.query === undefined) {
    return { label: given.label ?? '', stream: given.stream ?? '' };
  }
  const text = typeof given === 'string' ? given : (given.query ?? '');
  const [, inner = ''] = /^label_values\(([\s\S]*)\)$/.exec(text.trim()) ?? [];
  const [, stream = '', label = inner] = /^([\s\S]*\}),\s*(\w+)\s*$/.exec(inner) ?? [];
  return { label: label.trim(), stream: stream.trim() };
}

function stepOf({ intervalMs, range, scopedVars }: DataQueryRequest, { step = '' }: LokiQuery): number {
  const asked = step ? rangeUtil.intervalToMs(interpolate(step, scopedVars)) : 0;
  const most = (range.to.valueOf() - range.from.valueOf()) / MOST_POINTS;
  return Math.max(Math.ceil(Math.max(intervalMs, asked, most) / 1000) * 1000, 1000);
}

/** `$__auto`, the window of an aggregation: a step, or the whole range where there is one value only. */
function intervalVars(step: number, instant: boolean, range: TimeRange): ScopedVars {
  const spanSeconds = Math.round((range.to.valueOf() - range.from.valueOf()) / 1000);
  const variable = (value: string | number) => ({ text: value, value });
  return {
    __auto: variable(instant ? `${spanSeconds}s` : `${step / 1000}s`),
    __interval: variable(`${step / 1000}s`),
    __interval_ms: variable(step),
    __range: variable(`${spanSeconds}s`),
    __range_s: variable(spanSeconds),
    __range_ms: variable(spanSeconds * 1000),
  };
}

function nanoseconds(milliseconds: number): string {
  return `${Math.floor(milliseconds)}000000`;
}

function span({ from, to }: TimeRange) {
  return { start: nanoseconds(from.valueOf()), end: nanoseconds(to.valueOf()) };
}
