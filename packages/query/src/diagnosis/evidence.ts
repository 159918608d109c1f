import type { Dialect } from '../catalogue/meaning.ts';
import type { RecognisedSeries } from '../catalogue/recognise-series.ts';
import type { WantedSchedule } from '../core/operations.ts';
import type { Model, Schedule, Tag } from '../service/model.ts';

/** A number of `/q/metrics` with its meaning, and the names of its labels as published. */
export interface PublishedSeries extends RecognisedSeries {
  value: number;
  labelNames: readonly string[];
}

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
  model: string;
  /** From `/info`; absent where the service does not list the model (Java after a restart lists none). */
  info?: Model;
  tags: readonly Tag[];
  /** Schedules of this model. */
  schedules: readonly Schedule[];
  /** Numbers of every model, since a label set is shared by all of a metric. */
  published: readonly PublishedSeries[];
  /** Schedules that ought to be there. */
  wanted?: readonly WantedSchedule[];
  /** Java: rows among which the reference is looked for. */
  serviceBatchSize: number;
  history?: ScrapeHistory;
}
