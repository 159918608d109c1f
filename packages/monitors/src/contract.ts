import type { Dialect, FairnessChoice, MetricKey, ValueIs } from '@soundcheck/query';

/**
 * What stands between the parts of this package: `file/` reads monitors.yaml into a `Plan`, `rules/` turns a plan into
 * `Rule`s of no engine, `grafana/`, `prometheus/`, `alertmanager/` and `deploy/` write them as files, `reconcile/` makes
 * the service's schedules equal the plan.
 */

/** monitors.yaml with defaults applied and every limit worked out: one entry for each monitor and namespace. */
export interface Plan {
  /** In the file's order. */
  namespaces: NamespacePlan[];
  monitors: Monitor[];
  grafana: GrafanaPlan;
  notify: NotifyPlan;
  prometheus: PrometheusPlan;
}

/** A namespace with one TrustyAI service. */
export interface NamespacePlan {
  name: string;
  trustyai: {
    /** May hold ${VARIABLES}, which `reconcile` fills in. */
    url: string;
    /** Name of the environment variable that holds the bearer token. */
    tokenVariable?: string;
    /** PEM file with the authority that signed the service's certificate. */
    caFile?: string;
    /** Java: its SERVICE_BATCH_SIZE, where it is not 5000. */
    batchSize?: number;
    /** Value of the label `job` of its series. */
    job: string;
  };
  /** Watched for errors and latency where given. */
  modelServer?: ModelServerPlan;
}

/** Limits for the model server of a namespace (OVMS metrics). */
export interface ModelServerPlan {
  /** Share of failed requests, 0 to 1. */
  errorShare: number;
  /** Seconds that `latencyQuantile` of the requests may take. */
  latencySeconds: number;
  /** 0 to 1. */
  latencyQuantile: number;
}

/** At least `need` of the last `of` steps over the limit; steps of `everySeconds` begin at whole multiples since the epoch. */
export interface PersistencePlan {
  need: number;
  of: number;
  everySeconds: number;
}

/** A limit with its origin in words, for one kind of number. */
export interface ArmLimit {
  dialect: Dialect;
  valueIs: ValueIs;
  /** Compare as `Meaning.direction` says. */
  value: number;
  /** Two-sided numbers only: the value from which the distance counts. */
  centre?: number;
  /** "critical D for n = 5,000 v 500 at 0.385 %, Stephens 1970". */
  origin: string;
}

/** The rows that a monitor compares with. */
export interface ReferencePlan {
  tag: string;
  /** Rows under that tag. */
  rows: number;
}

export type Severity = 'info' | 'warning' | 'critical';

/** Who evaluates a monitor's rules. */
export type Engine = 'prometheus' | 'grafana';

/** One metric of one model in one namespace. */
export interface Monitor {
  /** Unique in its namespace; letters, digits and "-". Becomes the label `monitor` and the schedule's request name. */
  id: string;
  namespace: string;
  model: string;
  /** Version of the model that is watched: label `model_version`. */
  modelVersion: string;
  metric: MetricKey;
  kind: 'drift' | 'fairness' | 'mean';
  /** Empty: all that the service computes. */
  features: string[];
  /** How many features are tested: the divisor of Bonferroni. */
  featureCount: number;
  /** Absent for fairness and means. */
  reference?: ReferencePlan;
  /** Rows of the current window. */
  batch: number;
  /** Chance of any false alarm of one look over all features; `level / featureCount` goes into each limit. */
  level: number;
  /** One for each dialect that has the metric; the rule has as many arms. */
  limits: ArmLimit[];
  /** Least effect (D or Jensen–Shannon distance) besides significance; already within `limits`. */
  effect?: number;
  fairness?: FairnessChoice;
  persistence: PersistencePlan;
  /**
   * Rows that the service stored when the model's reference was complete, everything before it included: observations
   * beyond this number are inferences later than the reference. Equal to its rows on a fresh service, 0 without reference.
   */
  storedRows: number;
  /** Observations later than the reference that a verdict needs. */
  minimumRows: number;
  severity: Severity;
  engine: Engine;
  /** Whether its drift alert starts a retraining: label `retrain="true"`. */
  retrain: boolean;
  /** `<application>-<version>-<monitor id>` is the alert's name; neither part holds a "-". */
  alert: { application: string; version: string };
  /** Companions: seconds without series, without new rows. */
  noDataSeconds: number;
  staleSeconds: number;
  runbook?: string;
}

export interface GrafanaPlan {
  /** Where people reach Grafana: the base of links in messages, without "/" at its end. No variables: nobody fills them in there. */
  url: string;
  folder: string;
  prometheusUid: string;
  trustyaiUid: string;
  lokiUid: string;
}

export interface NotifyPlan {
  /** Where alerts that start retraining go. */
  retrain?: {
    /** "gateway" gets resolved messages too; a bare "event-listener" starts a run for each call, so only firing ones. */
    kind: 'gateway' | 'event-listener';
    /** May hold ${VARIABLES}; never a secret. */
    url: string;
    auth: WebhookAuth;
  };
  /** Where everything goes besides. Absent: the default route ends nowhere, alerts are only shown. */
  people?: { url: string; auth: WebhookAuth };
  groupWaitSeconds: number;
  groupIntervalSeconds: number;
  repeatIntervalSeconds: number;
  /** Nobody is told in these windows; alerts go on. */
  mutes: Mute[];
  /** Names of contact points that earlier versions of the file had and that Grafana must forget. */
  deletedContactPoints: string[];
}

/** How a webhook proves who it is. Secrets are named, never written down. */
export type WebhookAuth =
  | { kind: 'none' }
  | { kind: 'bearer'; tokenVariable: string }
  | { kind: 'basic'; user: string; passwordVariable: string };

/** As Grafana's and Alertmanager's time intervals. */
export interface Mute {
  name: string;
  /** IANA zone. */
  location: string;
  weekdays?: string[];
  times?: Array<{ start: string; end: string }>;
  monthsOfYear?: string[];
  daysOfMonth?: string[];
}

export interface PrometheusPlan {
  /** Seconds between two evaluations; divides the persistence's step. */
  evaluationSeconds: number;
  /** Label that user-workload monitoring selects PrometheusRules by, if it asks for one. */
  ruleLabels: Record<string, string>;
}

/** What a rule is about. Label `soundcheck`. */
export type RuleKind =
  | 'drift'
  | 'fairness'
  | 'no-data'
  | 'stale'
  | 'schedule-lost'
  | 'reference-in-window'
  | 'trustyai-down'
  | 'model-server-down'
  | 'model-errors'
  | 'model-latency';

/** An alert rule of no engine: `expr` gives 1 where the alert is on and 0 or nothing where it is not, one series an alert. */
export interface Rule {
  kind: RuleKind;
  /** Stable and unique in Grafana: at most 40 of [a-zA-Z0-9_-]. */
  uid: string;
  /** The alert's name. */
  name: string;
  namespace: string;
  engine: Engine;
  /** PromQL with values 0 and 1 under the labels of the alert. */
  expr: string;
  /** PromQL with the number that people read, under the same labels. Absent: there is none. */
  valueExpr?: string;
  /** Seconds that `expr` must stay 1 before the alert fires. 0 for drift: persistence is in `expr`. */
  forSeconds: number;
  /** Besides those that `expr` gives. */
  labels: Record<string, string>;
  /** Texts with placeholders, which each engine writes its own way. */
  annotations: Record<string, MessagePart[]>;
  /** Where Grafana should show it, for `__dashboardUid__` and `__panelId__`. */
  dashboard?: { uid: string; panelId?: number };
}

/** A piece of a message: text as it is, a label of the alert (escaped where it stands in an address), the number of `valueExpr`, or a choice by `value_is`. */
export type MessagePart =
  { text: string } | { label: string; inUrl?: true } | { value: true } | { byValueIs: Record<string, string> };

/** A file that `render` writes: path below the output folder, with "/". */
export interface RenderedFile {
  path: string;
  text: string;
}
