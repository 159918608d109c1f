import { LabelClash } from '../../prometheus/gauges.ts';
import type { Schedule } from '../../schedule/schedules.ts';
import type { MetricValue, ScheduledMetric } from '../metrics/scheduled-metric.ts';
import type { Session } from '../session.ts';
import type { StoredModel } from '../storage/stored-model.ts';

export function gaugeName(metricName: string): string {
  return `trustyai_${metricName.toLowerCase()}`;
}

/**
 * Puts the value of one schedule into its gauge, a column a series under its alias, and tells whether it is shown: a
 * label clash shows nothing.
 */
export function publish(
  session: Session,
  model: StoredModel,
  { id, request }: Schedule<ScheduledMetric>,
  value: MetricValue
): boolean {
  const name = gaugeName(request.metricName);
  const labels = {
    ...(request.requestName === null ? {} : { requestName: request.requestName }),
    batch_size: String(request.batchSize),
    metricName: request.metricName,
    model: request.modelId,
    request: id,
    ...request.labels,
  };
  try {
    if (typeof value === 'number') session.gauges.set(name, labels, value);
    else {
      for (const [raw, one] of value) {
        session.gauges.set(name, { ...labels, subcategory: model.nameInForce(raw) }, one);
      }
    }
    return true;
  } catch (fault) {
    if (!(fault instanceof LabelClash)) throw fault;
    session.warn(`${request.metricName} schedule ${id} is not published: ${fault.message}`);
    return false;
  }
}
