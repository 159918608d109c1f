import { asLevel, asRows, chosen } from '../../../core/choices.ts';
import { queryError } from '../../../core/io.ts';
import { asList, asRecord, asString, optional } from '../../../core/json.ts';
import type { Context, ScheduleRequest } from '../../../core/operations.ts';
import { asMetric, decodeFairness } from '../../queries/decode-query.ts';

/** @throws CoreError unless an administrator let Editors schedule from Grafana */
export function refuseUnlessSwitchedOn(context: Context): void {
  if (context.settings.scheduling !== 'editors') {
    throw queryError(
      'Changing schedules is switched off for this data source. A Grafana administrator switches it on in its settings (Scheduling: Editors).'
    );
  }
}

function needed(value: unknown, name: string): string {
  const text = asString(value ?? '', name);
  if (text.trim() === '') {
    throw queryError(`The ${name} of the schedule is missing: give one.`);
  }
  return text;
}

/**
 * A `ScheduleRequest` as somebody sent it.
 * @throws CoreError, ShapeError that name what is missing or impossible
 */
export function decodeScheduleRequest(json: unknown): ScheduleRequest {
  const record = asRecord(json, 'the schedule');
  return {
    model: needed(record['model'], 'model'),
    metric: asMetric(needed(record['metric'], 'metric'), 'metric'),
    requestName: needed(record['requestName'], 'name'),
    batchSize: asRows(record['batchSize'], 'batchSize', 2),
    referenceTag: chosen(record['referenceTag'], 'referenceTag', asString),
    features: optional(record['features'], 'features', asList)?.map((feature) => asString(feature, 'features')),
    alpha: optional(record['alpha'], 'alpha', asLevel),
    fairness: optional(record['fairness'], 'fairness', decodeFairness),
  };
}
