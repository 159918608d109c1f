import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { QueryType, Settings, TrustyQuery, WantedSchedule } from '@soundcheck/query';

/** A number, or a text that holds a dashboard variable. */
export type NumberOrVariable = number | string;

type Same = 'model' | 'namespace' | 'features' | 'role' | 'referenceTag' | 'output' | 'table' | 'side' | 'fairness';

/** A wanted schedule as it is saved: every field may hold a variable. */
export interface SavedWanted extends Omit<WantedSchedule, 'metric' | 'batchSize'> {
  metric: string;
  batchSize?: NumberOrVariable;
}

/**
 * A query as it is saved: like the core's, but every field may hold a dashboard variable, so metric and numbers may be
 * text until variables are applied.
 */
export interface TrustyDataQuery extends DataQuery, Pick<TrustyQuery, Same | 'events' | 'persistence' | 'filters'> {
  queryType: QueryType;
  /** Shape of the saved query, for `migrate`. */
  version?: number;
  metric?: string;
  batchSize?: NumberOrVariable;
  alpha?: NumberOrVariable;
  limit?: NumberOrVariable;
  maxRows?: NumberOrVariable;
  wanted?: SavedWanted[];
}

/** Settings in jsonData. The URL, TLS and authentication keep Grafana's usual keys, custom headers among them. */
export interface TrustyJsonData extends DataSourceJsonData, Settings {
  /** Grafana's own: the user's identity goes to the service. */
  oauthPassThru?: boolean;
  /** Grafana's own: cookies of the user that go to the service; they are an identity too. */
  keepCookies?: string[];
  /** Names of custom headers; a bearer token is one named Authorization. */
  [header: `httpHeaderName${number}`]: string | undefined;
}

/** Values of custom headers (`httpHeaderValue1`, …), certificates and passwords, under Grafana's usual keys. */
export type TrustySecureJsonData = Record<string, string>;
