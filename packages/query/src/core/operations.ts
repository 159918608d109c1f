import type { Frame } from '../frames/contract.ts';

/** Settings of a TrustyAI data source: Grafana's jsonData. The URL and secrets stay with the driver. */
export interface Settings {
  /** "detect" asks the service once (trustyai: GET /info, then /openapi.json). */
  dialect?: 'detect' | 'java' | 'python';
  /** uid of the Prometheus data source that scrapes this service. */
  prometheusUid?: string;
  lokiUid?: string;
  /** Namespace label of this service's series in Prometheus, and of its pods' logs. */
  namespace?: string;
  /** Who may create and delete schedules from Grafana. Absent: off. The shell enforces it too. */
  scheduling?: 'off' | 'editors';
  /** Rows among which a Java service looks for its reference (its SERVICE_BATCH_SIZE). Absent: 5000. */
  serviceBatchSize?: number;
}

export type QueryType =
  | 'scores'
  | 'latest'
  | 'compute'
  | 'distribution'
  | 'rows'
  | 'models'
  | 'columns'
  | 'tags'
  | 'schedules'
  | 'observations'
  | 'events';

/** Keys of the metric catalogue. */
export type MetricKey = 'compare-means' | 'ks' | 'ks-approximate' | 'jensen-shannon' | 'mmd' | 'spd' | 'dir' | 'mean';

/**
 * What the one numeric field of `latest` is, for alert rules.
 * verdict: 1 drift, 0 no drift, null where it cannot be judged. value over limit: 1 is the limit, whatever its direction.
 */
export type LatestOutput = 'verdict' | 'value' | 'value over limit';

/** A choice by label, as Grafana's ad hoc filters make it. Several values: any of them (`=|`) or none (`!=|`). */
export interface LabelFilter {
  key: string;
  operator: '=' | '!=' | '=|' | '!=|' | '=~' | '!~';
  values: string[];
}

/** What happened, for annotations. */
export type EventKind = 'drift' | 'schedules' | 'references';

/** A schedule that a dashboard relies on: `schedules` shows it beside what the service has. */
export interface WantedSchedule {
  model: string;
  metric: MetricKey;
  referenceTag?: string;
  batchSize?: number;
}

/** Groups and outcome of SPD and DIR. */
export interface FairnessChoice {
  protectedAttribute: string;
  privileged: number;
  unprivileged: number;
  outcome: string;
  favorable: number;
}

/** A saved query, as it stands in a dashboard's JSON (besides refId, datasource, hide). */
export interface TrustyQuery {
  refId: string;
  queryType: QueryType;
  model?: string;
  namespace?: string;
  metric?: MetricKey;
  /** Absent or empty: all, or those of `role`. */
  features?: string[];
  /** Only inputs or only outputs, where no features are chosen. */
  role?: 'input' | 'output';
  referenceTag?: string;
  /** Rows in the current window. compute, distribution and rows. */
  batchSize?: number;
  /** Two-sided level of a test; absent: 5 %. */
  alpha?: number;
  /** A limit of the user's own, in the metric's unit. Needed where the metric has none (MMD²). */
  limit?: number;
  /** latest: absent gives every field of the contract. An alert rule that sets none gets "value". */
  output?: LatestOutput;
  /** latest, compute: one table instead of one frame a number. */
  table?: boolean;
  /** distribution, rows: only this side; absent: both. */
  side?: 'reference' | 'current';
  /** rows: at most so many of each side; absent: 5000. */
  maxRows?: number;
  /** compute: SPD and DIR. */
  fairness?: FairnessChoice;
  /** schedules: what should be there. */
  wanted?: WantedSchedule[];
  /** events: absent gives all. */
  events?: EventKind[];
  /** events: drift is on when at least `need` of the last `of` steps are over the limit. Absent: 1 of 1. */
  persistence?: { need: number; of: number };
  /** Ad hoc filters on the labels of scores. */
  filters?: LabelFilter[];
}

/** A schedule to be made: POST schedules/create. */
export interface ScheduleRequest {
  model: string;
  metric: MetricKey;
  /** Becomes a label of the series. Left out of the call where the metric is published without one. */
  requestName: string;
  batchSize: number;
  referenceTag?: string;
  /** Absent or empty: all. */
  features?: string[];
  alpha?: number;
  fairness?: FairnessChoice;
}

/** What the driver hands in: the core has no clock and no settings of its own. */
export interface Context {
  settings: Settings & { serviceBatchSize: number };
  /** Epoch milliseconds. */
  now: number;
  timeRange?: { from: number; to: number };
  /** Set where an alert rule or an expression asks. */
  fromAlert?: boolean;
  /** The data source forwards the user's identity: alert rules have no user. */
  forwardsIdentity?: boolean;
}

/** The operations that drivers can start by name. Input and output are JSON values (frames may hold typed arrays). */
export interface Operations {
  health: {
    input: Record<string, never>;
    output: { status: 'ok' | 'error'; message: string; details?: Record<string, unknown> };
  };
  query: { input: { query: TrustyQuery }; output: Frame[] };
  /** Resource calls: see `Resources`. `body` only with schedules/create and schedules/delete. */
  resource: { input: { path: string; params: Record<string, string>; body?: unknown }; output: unknown };
}
