import { pluginError } from '../../../core/io.ts';
import { asFinite, asList, asRecord, asString, optional } from '../../../core/json.ts';
import type { Context, ScheduleRequest } from '../../../core/operations.ts';
import { asMetric, decodeFairness } from '../../queries/decode-query.ts';

/** @throws CoreError unless an administrator let Editors schedule from Grafana */
export function refuseUnlessSwitchedOn(context: Context): void {
  if (context.settings.scheduling !== 'editors') {
    throw pluginError(
      'Changing schedules is switched off for this data source. A Grafana administrator switches it on in its settings (Scheduling: Editors).'
    );
  }
}

function needed(value: unknown, name: string): string {
  const text = asString(value ?? '', name);
  if (text.trim() === '') {
    throw pluginError(`The ${name} of the schedule is missing: give one.`);
  }
  return text;
}

/**
 * A `ScheduleRequest` as somebody sent it.
 * @throws CoreError, ShapeError of source "plugin" that name what is missing or impossible
 */
export function decodeScheduleRequest(json: unknown): ScheduleRequest {
  const record = asRecord(json, 'the schedule');
  const alpha = optional(record['alpha'], 'alpha', asFinite);
  if (alpha !== undefined && !(alpha > 0 && alpha < 1)) {
    throw pluginError(`The level ${alpha} is not possible: it must lie between 0 and 1.`);
  }
  const batchSize = asFinite(record['batchSize'], 'batchSize');
  if (!Number.isInteger(batchSize) || batchSize < 2) {
    throw pluginError(`The window is ${batchSize} rows: it must be a whole number of 2 or more.`);
  }
  return {
    model: needed(record['model'], 'model'),
    metric: asMetric(needed(record['metric'], 'metric'), 'metric'),
    requestName: needed(record['requestName'], 'name'),
    batchSize,
    referenceTag: optional(
      record['referenceTag'] === '' ? undefined : record['referenceTag'],
      'referenceTag',
      asString
    ),
    features: optional(record['features'], 'features', asList)?.map((feature) => asString(feature, 'features')),
    alpha,
    fairness: optional(record['fairness'], 'fairness', decodeFairness),
  };
}
