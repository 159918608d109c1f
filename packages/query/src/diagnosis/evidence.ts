import type { Dialect } from '../catalogue/meaning.ts';
import type { MetricKey, WantedSchedule } from '../core/operations.ts';
import type { Model, Schedule, Tag } from '../service/model.ts';
import type { Published } from '../service/published.ts';

/** What Prometheus adds, read by whoever can ask it. */
export interface ScrapeHistory {
  /** Any series of the metric and model in the time range. */
  scraped: boolean;
  /** How far the observations gauge grew over the range, where it is scraped. */
  observationsGrew?: number;
  /** The values of the metric never changed over the range. */
  frozen?: boolean;
  /** Request ids that had values in the range. */
  requests?: readonly string[];
}

/** All that is known of one model's metrics, gathered before anything is concluded. */
export interface Evidence {
  dialect: Dialect;
  /** Python 0.30, which lists drift schedules and computes none. */
  computesNoDrift?: boolean;
  model: string;
  /** Only findings about this metric, and about the model as a whole. Absent: all that are scheduled or wanted. */
  metric?: MetricKey;
  /** From `/info`; absent where the service does not list the model (Java after a restart lists none). */
  info?: Model;
  /** Ids of all models that the service lists. */
  models?: readonly string[];
  /** Absent: they could not be read. */
  tags?: readonly Tag[];
  /** Schedules of this model. */
  schedules: readonly Schedule[];
  /** Some schedules could not be read: that one is missing here then proves nothing. */
  schedulesIncomplete?: boolean;
  /** Numbers of every model, since a label set is shared by all of a metric. */
  published: readonly Published[];
  /** Prometheus names under which a number without a feature is published (Python): they block those with one. */
  featureless?: readonly string[];
  /** The service's own count of the model's rows in `/q/metrics`, set at each tick. */
  observationsGauge?: number;
  /** Schedules that ought to be there. */
  wanted?: readonly WantedSchedule[];
  /** Java: rows among which the reference is looked for. */
  serviceBatchSize: number;
  history?: ScrapeHistory;
}
