import { nameUuid } from '../../prometheus/name-uuid.ts';
import type { Schedule } from '../../schedule/schedules.ts';
import type { ScheduledMetric } from '../metrics/scheduled-metric.ts';
import type { Session } from '../session.ts';
import { publish } from './publish.ts';

/**
 * One pass of the scheduler over the models known since the process started and their schedules. The first schedule
 * that cannot be computed ends it: the schedules and the models after it keep what they show.
 */
export function tick(session: Session): void {
  const models = session.knownModels;
  session.gauges.set('trustyai_model_count_total', { request: nameUuid('model_count') }, models.length);
  for (const model of models) {
    const stored = session.storage.find(model);
    if (!stored) continue;
    const labels = { model, request: nameUuid(model) };
    session.gauges.set('trustyai_model_observations_total', labels, stored.observations);
    for (const schedule of session.schedules.forModel(model)) {
      try {
        computeSchedule(session, schedule);
      } catch (fault) {
        const why = fault instanceof Error ? fault.message : String(fault);
        session.warn(`${schedule.request.metricName} schedule ${schedule.id} of ${model} ends every tick: ${why}`);
        return;
      }
    }
  }
}

/** What schedules were last shown for. The same rows give the same value, so they are not computed again. */
const computedFrom = new WeakMap<Schedule<ScheduledMetric>, number>();

function computeSchedule(session: Session, schedule: Schedule<ScheduledMetric>): void {
  const { request } = schedule;
  const model = session.storage.find(request.modelId);
  if (!model || computedFrom.get(schedule) === model.revision) return;
  const current = model.inferences(request.batchSize);
  // A model without inferences has nothing to compute from; its schedules wait.
  if (current.marks.length === 0) return;
  const shown = publish(session, model, schedule, request.compute(current, model));
  if (shown) computedFrom.set(schedule, model.revision);
}
