import type { Frame } from '../frames/contract.ts';

/** Settings of a TrustyAI data source: Grafana's jsonData. The URL and secrets stay with the driver. */
export interface Settings {
  /** "detect" asks the service once (trustyai: GET /info, then /openapi.json). */
  dialect?: 'detect' | 'java' | 'python';
  /** uid of the Prometheus data source that scrapes this service. */
  prometheusUid?: string;
  lokiUid?: string;
  /** Namespace label of this service's series in Prometheus. */
  namespace?: string;
}

export type QueryType = 'scores' | 'latest' | 'compute' | 'models';

/** Keys of the metric catalogue. */
export type MetricKey = 'compare-means' | 'ks' | 'ks-approximate' | 'jensen-shannon' | 'mmd' | 'spd' | 'dir' | 'mean';

/** A saved query, as it stands in a dashboard's JSON (besides refId, datasource, hide). */
export interface TrustyQuery {
  refId: string;
  queryType: QueryType;
  model?: string;
  namespace?: string;
  metric?: MetricKey;
  /** Absent or empty: all. */
  features?: string[];
  referenceTag?: string;
  /** Rows in the current window. compute only. */
  batchSize?: number;
  /** compute: SPD and DIR. */
  fairness?: {
    protectedAttribute: string;
    privileged: number;
    unprivileged: number;
    outcome: string;
    favorable: number;
  };
}

/** What the driver hands in: the core has no clock and no settings of its own. */
export interface Context {
  settings: Settings;
  /** Epoch milliseconds. */
  now: number;
  timeRange?: { from: number; to: number };
  /** Set where an alert rule or an expression asks. */
  fromAlert?: boolean;
}

/** The operations that drivers can start by name. Input and output are JSON values (frames may hold typed arrays). */
export interface Operations {
  health: {
    input: Record<string, never>;
    output: { status: 'ok' | 'error'; message: string; details?: Record<string, unknown> };
  };
  query: { input: { query: TrustyQuery }; output: Frame[] };
  /** Resource calls: GET models, columns?model=, tags?model=, schedules?model=, dialect. */
  resource: { input: { path: string; params: Record<string, string> }; output: unknown };
}
