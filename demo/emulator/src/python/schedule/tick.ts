import { LabelClash } from '../../prometheus/gauges.ts';
import { nameUuid } from '../../prometheus/name-uuid.ts';
import type { MetricRequest } from '../metrics/metric-request.ts';
import type { Session } from '../session.ts';
import type { Cells } from '../storage/dataset.ts';
import type { Frame } from '../storage/stored-model.ts';
import { publish } from './publish.ts';
import type { Schedule } from '../../schedule/schedules.ts';

const defaultBatchSize = 100;

/**
 * One pass of the scheduler: counts for every model, then every schedule of every model that has had rows since the
 * process started. A schedule that fails is reported to the session's `warn` and keeps its last values; the others go on.
 */
export function tick(session: Session): void {
  const models = session.verifiedModels();
  session.gauges.set('trustyai_model_count_total', { request: nameUuid('model_count') }, models.length);
  for (const model of models) {
    const cached = session.cachedModel(model);
    const labels = { model, request: nameUuid(model) };
    session.gauges.set('trustyai_model_observations_total', labels, cached.observations);
    if (cached.hasInferences) computeModel(session, model);
  }
}

function computeModel(session: Session, model: string): void {
  const schedules = session.schedules.forModel(model);
  const stored = session.storage.find(model);
  if (schedules.length === 0 || !stored) return;
  // All schedules of a model share one window, as large as the largest of them asks for.
  const largest = Math.max(...schedules.map(sizeOf));
  const basis = `${stored.revision} ${largest}`;
  const due = schedules.filter((schedule) => computedFrom.get(schedule) !== basis);
  if (due.length === 0) return;
  const frame = stored.recent(largest);
  if (frame.rows === 0) return;
  for (const schedule of due) {
    computedFrom.set(schedule, basis);
    try {
      const batch = tail(frame, Math.min(sizeOf(schedule), frame.rows));
      publish(session.gauges, schedule, schedule.request.compute(batch));
    } catch (fault) {
      const kind = fault instanceof LabelClash ? 'not published' : 'not computed';
      const why = fault instanceof Error ? fault.message : String(fault);
      session.warn(`${schedule.request.metricName} schedule ${schedule.id} of ${model} is ${kind}: ${why}`);
    }
  }
}

/**
 * The rows a schedule was last computed from. From the same rows it would come to the same values, or fail the same
 * way, so it is not computed again; its gauge keeps what it has.
 */
const computedFrom = new WeakMap<Schedule<MetricRequest>, string>();

function sizeOf(schedule: Schedule<MetricRequest>): number {
  return schedule.request.batchSize ?? defaultBatchSize;
}

/** The last `size` rows; a negative size leaves out that many of the first ones instead. */
function tail(frame: Frame, size: number): Frame {
  const start = size >= 0 ? Math.max(0, frame.rows - size) : Math.min(frame.rows, -size);
  if (start === 0) return frame;
  const columns = new Map<string, Cells>();
  for (const [name, cells] of frame.columns) {
    columns.set(name, cells instanceof Float64Array ? cells.subarray(start) : cells.slice(start));
  }
  return { rows: frame.rows - start, columns };
}
