import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { QueryType, Settings, TrustyQuery } from '@soundcheck/query';

/**
 * A query as it is saved: like the core's, but every field may hold a dashboard variable, so metric and window are text
 * until variables are applied.
 */
export interface TrustyDataQuery extends DataQuery {
  queryType: QueryType;
  model?: string;
  namespace?: string;
  metric?: string;
  features?: string[];
  referenceTag?: string;
  batchSize?: number | string;
  fairness?: TrustyQuery['fairness'];
}

/** Settings in jsonData. The URL, TLS and authentication keep Grafana's usual keys. */
export interface TrustyJsonData extends DataSourceJsonData, Settings {
  /** Name of the header that carries the token; its value is the secret `httpHeaderValue1`. */
  httpHeaderName1?: string;
}

export interface TrustySecureJsonData {
  /** "Bearer <token>". */
  httpHeaderValue1?: string;
}
