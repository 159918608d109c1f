import type { MetricRequest, MetricValue } from '../metrics/metric-request.ts';
import type { Gauges } from '../../prometheus/gauges.ts';
import type { Schedule } from '../../schedule/schedules.ts';

export function gaugeName(metricName: string): string {
  return `trustyai_${metricName.toLowerCase()}`;
}

/** Puts the values of one schedule into its gauge. Throws LabelClash. */
export function publish(gauges: Gauges, { id, request }: Schedule<MetricRequest>, value: MetricValue): void {
  const name = gaugeName(request.metricName);
  const labels = requestLabels(id, request);
  if (typeof value === 'number') {
    gauges.set(name, labels, value);
    return;
  }
  for (const [column, one] of value) gauges.set(name, { ...labels, subcategory: column }, one);
}

function requestLabels(id: string, request: MetricRequest): Record<string, string> {
  return {
    ...(request.requestName === null ? {} : { requestName: request.requestName }),
    metricName: request.metricName,
    modelId: request.modelId,
    ...request.labels,
    request: id,
  };
}
