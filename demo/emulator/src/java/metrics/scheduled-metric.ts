import type { Labels } from '../../prometheus/gauges.ts';
import type { Frame, StoredModel } from '../storage/stored-model.ts';

/** One value, or one a column under its raw name. */
export type MetricValue = number | ReadonlyMap<string, number>;

/** A request as the scheduler keeps it. */
export interface ScheduledMetric {
  modelId: string;
  metricName: string;
  requestName: string | null;
  batchSize: number;
  /** Labels beside model, metric, request, batch size and name. */
  labels: Labels;
  /** The value of one tick from the latest inferences. An exception ends the tick. */
  compute(current: Frame, model: StoredModel): MetricValue;
  /** The request as the list of all metrics shows it. */
  listed(): Record<string, unknown>;
}
