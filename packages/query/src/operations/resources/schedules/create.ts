import { catalogue } from '../../../catalogue/catalogue.ts';
import { formatCount } from '../../../catalogue/limits.ts';
import type { DialectEntry } from '../../../catalogue/meaning.ts';
import { ask, askAll } from '../../../core/ask.ts';
import { CoreError, queryError } from '../../../core/io.ts';
import type { Operation, Request } from '../../../core/io.ts';
import type { Context, ScheduleRequest } from '../../../core/operations.ts';
import { doubtsAbout } from '../../../diagnosis/diagnose.ts';
import { decodeTags } from '../../../service/decode-info.ts';
import { decodeReply, textOf } from '../../../service/decode-reply.ts';
import { decodeScheduled } from '../../../service/decode-schedules.ts';
import type { Model, Sample, Schedule, Tag } from '../../../service/model.ts';
import { readSamples } from '../../../service/prometheus-text.ts';
import { METRICS, scheduleOf, TAGS } from '../../../service/requests.ts';
import { doesNotKnow } from '../../queries/models.ts';
import { detect } from '../../service/detect.ts';
import type { Service } from '../../service/detect.ts';
import { familyOf } from '../../service/family.ts';
import { listSchedules } from '../../service/schedules.ts';
import type { Resources } from '../resources.ts';
import { decodeScheduleRequest, refuseUnlessSwitchedOn } from './decode-request.ts';
import { labelSetOf } from './label-set.ts';
import { payloadOf, surprisesOf } from './payload.ts';
import type { Target } from './payload.ts';
import { sameSchedule } from './same-schedule.ts';

/** What the service has now; none of it may be old, as a schedule is made on its strength. */
interface Now {
  tags: ReadonlyMap<string, Tag[]>;
  samples: Sample[];
  listed: Schedule[];
}

const fresh = (request: Request): Request => ({ ...request, minAgeSeconds: 0 });

function* readNow(service: Service, metric: ScheduleRequest['metric']): Operation<Now> {
  const [tagsReply, metricsReply] = yield* askAll([fresh(TAGS), fresh(METRICS)]);
  const { schedules, failures } = yield* listSchedules(service, metric, 0);
  if (failures.length > 0) {
    throw new CoreError(`No schedule was made, as it might be there already: ${failures.join(' ')}`);
  }
  return {
    tags: decodeReply(TAGS, tagsReply, decodeTags),
    samples: readSamples(textOf(METRICS, metricsReply)),
    listed: schedules,
  };
}

function knownModel(service: Service, id: string): Model {
  const model = service.models.find((one) => one.id === id);
  const hint =
    service.dialect === 'java'
      ? 'Send an inference first: after a restart a Java service may know a model only with new data.'
      : 'Upload reference data or send an inference first.';
  if (model === undefined) {
    throw queryError(`${doesNotKnow(id, service.models)} ${hint}`);
  }
  if (model.error !== undefined || model.columns.length === 0) {
    const why = model.error === undefined ? 'lists no columns of it' : `cannot read it (${model.error})`;
    throw new CoreError(`A schedule for ${id} would stay silent: TrustyAI ${why}. ${hint}`);
  }
  return model;
}

/** Where to schedule, and under which Prometheus name the values will come. */
function placeFor(service: Service, wanted: ScheduleRequest): { side: DialectEntry; endpoint: string; series: string } {
  const entry = catalogue[wanted.metric];
  const side = entry[service.dialect];
  const at = side?.endpoints.findIndex((path) => service.paths?.has(`${path}/request`) ?? true) ?? -1;
  const endpoint = side?.endpoints[at];
  const series = side?.series[at] ?? side?.series[0];
  if (side === undefined || endpoint === undefined || series === undefined) {
    throw queryError(`This ${service.dialect} service does not offer ${entry.label}: choose another metric.`);
  }
  if (entry.kind === 'drift' && familyOf(service) === 'Python 0.30') {
    throw queryError('Python 0.30 takes drift schedules and never publishes them: update TrustyAI to a later version.');
  }
  return { side, endpoint, series };
}

/** Beyond that many rows a new schedule of Java compares with the wrong ones, or on a database stops the whole tick. */
function refuseMispaired({ dialect, entry, model }: Target, limit: number): void {
  if (dialect === 'java' && entry.kind === 'drift' && model.observations > limit) {
    throw queryError(
      `${model.id} holds ${formatCount(model.observations)} rows, and the Java service looks for the reference among the last ${formatCount(limit)} only: a schedule made now would compare with the wrong rows, or stop the others. Raise its SERVICE_BATCH_SIZE, and set that in the data source settings.`
    );
  }
}

const FIRST_VALUE = {
  java: "The first value comes at the service's next tick after an inference, unless another schedule fails and stops the tick: see the diagnosis.",
  python:
    "The first value comes at the service's next tick (every 30 s unless set otherwise), once an inference has arrived since it started.",
};

/** What the diagnosis says of such a window. */
function doubtsOf({ wanted, dialect, model, tags }: Target, serviceBatchSize: number): string[] {
  const known = { dialect, model: model.id, info: model, tags, serviceBatchSize };
  return doubtsAbout(wanted, known).map(({ sentence, next }) => `${sentence} ${next}`);
}

/**
 * Makes a schedule, after checking all that the service itself does not: Python takes any tag and column and stays
 * silent for ever, and both never publish a schedule whose labels differ from those of its gauge.
 * @throws CoreError where it may not, cannot or need not be made
 */
export function* createSchedule(body: unknown, context: Context): Operation<Resources['schedules/create']> {
  refuseUnlessSwitchedOn(context);
  const wanted = decodeScheduleRequest(body);
  const service = yield* detect(context);
  const model = knownModel(service, wanted.model);
  const { side, endpoint, series } = placeFor(service, wanted);
  const { tags, samples, listed } = yield* readNow(service, wanted.metric);
  const entry = catalogue[wanted.metric];
  const target: Target = { wanted, dialect: service.dialect, entry, side, model, tags: tags.get(model.id) ?? [] };
  const { serviceBatchSize } = context.settings;
  refuseMispaired(target, serviceBatchSize);
  const labels = labelSetOf(series, samples, listed, service.dialect);
  const payload = payloadOf(target, labels.named);
  const same = sameSchedule(target, payload, listed);
  if (same !== undefined) {
    throw queryError(
      `${entry.label} of ${model.id} is scheduled like that already${same.requestName ? ` as "${same.requestName}"` : ''} (id ${same.id}): use that schedule, or delete it first.`
    );
  }
  const request = scheduleOf(endpoint, payload);
  const reply = yield* ask(request);
  const id = decodeReply(request, reply, decodeScheduled);
  const name = labels.named ? ` as "${wanted.requestName}"` : '';
  const sentences = [
    `${entry.label} of ${model.id} is scheduled${name} (id ${id}).`,
    ...labels.sentences,
    FIRST_VALUE[service.dialect],
    ...surprisesOf(target),
    ...doubtsOf(target, serviceBatchSize),
  ];
  return { id, message: sentences.join(' ') };
}
