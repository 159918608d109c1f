import type { WantedSchedule } from '../core/operations.ts';
import type { Schedule } from '../service/model.ts';
import type { Diagnosis } from './diagnosis.ts';
import { counted, finding, labelOf, valuesOf } from './view.ts';
import type { Rule } from './view.ts';

function fulfils(schedule: Schedule, { metric, referenceTag, batchSize }: WantedSchedule): boolean {
  return (
    schedule.metric === metric &&
    (referenceTag === undefined || schedule.referenceTag === referenceTag) &&
    (batchSize === undefined || schedule.batchSize === batchSize)
  );
}

/** A schedule that is wanted, or that Prometheus has seen, and that the service does not list. */
export const scheduleLost: Rule = ({ model, metric, own, wanted, history, schedulesIncomplete }) => {
  if (schedulesIncomplete) {
    return [];
  }
  const lost = (about: WantedSchedule['metric'], sentence: string): Diagnosis => ({
    ...finding(
      'schedule lost',
      { model, metric: about },
      sentence,
      'Create it again: schedules live in the memory of the service and are lost when it restarts.'
    ),
    severity: 'error',
  });
  const missing = (wanted ?? []).filter(
    (one) =>
      one.model === model &&
      (metric === undefined || one.metric === metric) &&
      !own.some((schedule) => fulfils(schedule, one))
  );
  const seen = history?.requests?.length ?? 0;
  if (metric !== undefined && own.length === 0 && missing.length === 0 && seen > 0) {
    const sentence = `Prometheus has values of ${counted(seen, 'schedule')} of ${labelOf(metric)} for ${model} in this time range, and TrustyAI lists none: it restarted, or they were deleted.`;
    return [lost(metric, sentence)];
  }
  return missing.map((one) => {
    const { referenceTag: tag, batchSize: batch } = one;
    const details = [tag && `with ${tag}`, batch && `over ${counted(batch, 'row')}`].filter(Boolean);
    const what = [labelOf(one.metric), ...details].join(' ');
    return lost(one.metric, `A schedule of ${what} is wanted for ${model}, and TrustyAI lists none.`);
  });
};

/** Nobody asked the service to compute the metric. */
export const notScheduled: Rule = (view) => {
  const { model, metric, own, schedulesIncomplete } = view;
  if (metric === undefined || own.length > 0 || schedulesIncomplete || valuesOf(view, metric).length > 0) {
    return [];
  }
  const sentence = `TrustyAI has no schedule of ${labelOf(metric)} for ${model}, so it publishes no value.`;
  const next = 'Schedule the metric with a reference and a window; the first value comes at the next tick.';
  return [finding('not scheduled', { model, metric }, sentence, next)];
};
