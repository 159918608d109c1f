import { catalogue, isMetricKey, type FairnessChoice, type Schedule, type ScheduleRequest } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';

/** A schedule as it is being written. */
export interface Draft {
  model?: string;
  metric?: string;
  /** Absent: as suggested. */
  requestName?: string;
  referenceTag?: string;
  batchSize: number;
  features?: string[];
  alpha?: number;
  fairness?: FairnessChoice;
}

/** The same window as that of a one-shot call that sets none. */
export const EMPTY_DRAFT: Draft = { metric: 'ks', batchSize: 500 };

/** A name that says what the series is; it becomes the label request_name. */
export function nameOf({ requestName, metric, model }: Draft): string {
  return requestName ?? (metric && model ? `${metric}-${model}` : '');
}

/** The request that the draft stands for, or what it lacks in a sentence. */
export function requestOf(draft: Draft): { request: ScheduleRequest } | { problem: string } {
  const { model, metric, batchSize, referenceTag, features, alpha, fairness } = draft;
  const requestName = nameOf(draft).trim();
  if (!model) {
    return { problem: t('schedule.no-model', 'Choose a model.') };
  }
  if (!metric || !isMetricKey(metric)) {
    return { problem: t('schedule.no-metric', 'Choose a metric.') };
  }
  if (requestName === '') {
    return { problem: t('schedule.no-name', 'Give the schedule a name: its numbers carry it.') };
  }
  const { kind } = catalogue[metric];
  if (kind === 'fairness' && !(fairness?.protectedAttribute && fairness.outcome)) {
    return { problem: t('schedule.no-groups', 'Say which feature is protected and which outcome counts.') };
  }
  return {
    request: {
      model,
      metric,
      requestName,
      batchSize,
      ...(kind === 'drift' && referenceTag ? { referenceTag } : {}),
      ...(features?.length ? { features } : {}),
      ...(alpha === undefined ? {} : { alpha }),
      ...(kind === 'fairness' && fairness ? { fairness } : {}),
    },
  };
}

function metricText(metric: string | undefined): string {
  return metric && isMetricKey(metric) ? catalogue[metric].label : (metric ?? '');
}

/** What creating it will do, for the question before it is done. */
export function creationText({ model, metric, batchSize, referenceTag, requestName }: ScheduleRequest): string[] {
  const what = { metric: metricText(metric), model, rows: batchSize, name: requestName };
  return [
    referenceTag
      ? t(
          'schedule.create-against',
          'TrustyAI will compute {{metric}} of {{model}} again and again, comparing its last {{rows}} rows with {{reference}}, and publish it under the name {{name}}.',
          { ...what, reference: referenceTag }
        )
      : t(
          'schedule.create',
          'TrustyAI will compute {{metric}} of {{model}} again and again on its last {{rows}} rows, and publish it under the name {{name}}.',
          what
        ),
    t('schedule.create-load', 'That costs the service time every few seconds, for everybody who uses it.'),
    t('schedule.create-lost', 'The service keeps schedules in its memory only: a restart loses this one.'),
  ];
}

/** The schedule in a few words, for lists and questions. */
export function scheduleText({ model, metric, serviceMetric, requestName, referenceTag, batchSize }: Schedule): string {
  return [
    t('schedule.of', '{{metric}} of {{model}}', { metric: metric ? metricText(metric) : serviceMetric, model }),
    requestName ?? t('schedule.unnamed', 'without a name'),
    ...(referenceTag ? [t('describe.reference', 'against {{referenceTag}}', { referenceTag })] : []),
    ...(batchSize === undefined ? [] : [t('describe.window', 'last {{batchSize}} rows', { batchSize })]),
  ].join(', ');
}
