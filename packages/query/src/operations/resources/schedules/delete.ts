import { catalogue } from '../../../catalogue/catalogue.ts';
import { ask } from '../../../core/ask.ts';
import { CoreError, queryError } from '../../../core/io.ts';
import type { Operation } from '../../../core/io.ts';
import { asRecord, asString } from '../../../core/json.ts';
import type { Context, MetricKey } from '../../../core/operations.ts';
import { errorOf } from '../../../service/reply-errors.ts';
import type { Schedule } from '../../../service/model.ts';
import { unscheduleOf } from '../../../service/requests.ts';
import { asMetric } from '../../queries/decode-query.ts';
import { detect } from '../../service/detect.ts';
import type { Service } from '../../service/detect.ts';
import { listSchedules } from '../../service/schedules.ts';
import type { Resources } from '../resources.ts';
import { refuseUnlessSwitchedOn } from './decode-request.ts';

/** What to delete: the metric and model guard against a wrong id. */
interface Doomed {
  id: string;
  metric: MetricKey;
  model: string;
}

/** Eight, four, four, four and twelve hexadecimal digits: Java answers 400 without a word to anything else. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function decodeDoomed(json: unknown): Doomed {
  const record = asRecord(json, 'the deletion');
  const id = asString(record['id'], 'id');
  if (!UUID.test(id)) {
    throw queryError(`"${id}" is no id of a schedule: take it from the table of schedules.`);
  }
  return { id, metric: asMetric(record['metric'], 'metric'), model: asString(record['model'], 'model') };
}

/** Python keeps some paths of one metric in buckets of their own: the id is known only to the one that listed it. */
function endpointOf(service: Service, schedule: Schedule, metric: MetricKey): string {
  const side = catalogue[metric][service.dialect];
  const endpoint = side?.endpoints[side.names.indexOf(schedule.serviceMetric.toLowerCase())] ?? side?.endpoints[0];
  if (endpoint === undefined) {
    throw queryError(`This ${service.dialect} service does not offer ${catalogue[metric].label}.`);
  }
  return endpoint;
}

/**
 * Deletes a schedule. Python says "success" whatever the id, so what is listed before and after decides what is said.
 * @throws CoreError where it may not be deleted, or is still there afterwards
 */
export function* deleteSchedule(body: unknown, context: Context): Operation<Resources['schedules/delete']> {
  refuseUnlessSwitchedOn(context);
  const doomed = decodeDoomed(body);
  const service = yield* detect(context);
  const all = yield* listSchedules(service, undefined, 0);
  const schedule = all.schedules.find(({ id }) => id === doomed.id);
  if (schedule === undefined) {
    const why = all.failures.join(' ') || 'It was deleted before, or lost when the service restarted.';
    return { message: `Nothing was deleted: TrustyAI lists no schedule ${doomed.id}. ${why}` };
  }
  const { metric, model, requestName, serviceMetric } = schedule;
  if (metric !== doomed.metric || model !== doomed.model) {
    throw queryError(
      `Nothing was deleted: ${doomed.id} is a schedule of ${metric ?? serviceMetric} for ${model}, not of ${doomed.metric} for ${doomed.model}. Choose it in the table of schedules.`
    );
  }
  const request = unscheduleOf(endpointOf(service, schedule, metric), doomed.id);
  const refused = errorOf(request, yield* ask(request));
  const after = yield* listSchedules(service, metric, 0);
  const listed = after.schedules.some(({ id }) => id === doomed.id);
  if (listed || after.failures.length > 0) {
    throw (
      refused ??
      new CoreError(
        `TrustyAI took the deletion of ${doomed.id}, but ${listed ? 'still lists it' : 'does not tell whether it is gone'}. Look at the table of schedules.`
      )
    );
  }
  const kept =
    service.dialect === 'python'
      ? ' Until the service restarts, a new one needs a name exactly if this one had one.'
      : '';
  return {
    message: `The schedule ${requestName ? `"${requestName}" ` : ''}of ${catalogue[metric].label} for ${model} is deleted (id ${doomed.id}). What Prometheus holds stays.${kept}`,
  };
}
