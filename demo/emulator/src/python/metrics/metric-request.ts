import type { Fields } from '../check/composites.ts';
import { nullable } from '../check/composites.ts';
import type { Check, Failed } from '../check/issue.ts';
import { text } from '../check/scalars.ts';
import type { Labels } from '../../prometheus/gauges.ts';
import type { Frame } from '../storage/stored-model.ts';

/** One value, or one a column. */
export type MetricValue = number | ReadonlyMap<string, number>;

/** A request as the scheduler keeps it. */
export interface MetricRequest {
  modelId: string;
  /** Decides the calculator and the gauge. Some metrics let the caller set it: a wrong name is never computed. */
  metricName: string;
  requestName: string | null;
  batchSize: number | null;
  /** Labels beside model, metric, request and name. */
  labels: Labels;
  /** What the list of schedules says beside the ids. */
  listing: Record<string, unknown>;
  /** The values of one tick, from the rows of its window. Throws when it cannot be computed. */
  compute(batch: Frame): MetricValue;
}

/** The fields every metric request has. */
export interface CommonFields {
  modelId: string;
  metricName: string | null;
  requestName: string | null;
  batchSize: number | null;
}

/** Reads the common fields in the order the service reports them. */
export function commonFields(
  field: Fields,
  metricName: Check<string | null>,
  batchSize: Check<number | null>
): { [K in keyof CommonFields]: CommonFields[K] | Failed } {
  return {
    modelId: field.required('modelId', text),
    metricName: field.optional('metricName', metricName, null),
    requestName: field.optional('requestName', nullable(text), null),
    batchSize: field.optional('batchSize', batchSize, 100),
  };
}
