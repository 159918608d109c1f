import { catalogueEntries, entriesOf, isMetricKey } from '../../catalogue/catalogue.ts';
import { queryError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import { asRecord, asString } from '../../core/json.ts';
import type { Context } from '../../core/operations.ts';
import { detect } from '../service/detect.ts';
import { tagsOf } from '../service/tags.ts';
import { doesNotKnow, NO_MODELS } from '../queries/models.ts';
import { readService } from '../service/report.ts';
import { listSchedules } from '../service/schedules.ts';
import { readDiagnosis } from './diagnosis.ts';
import { readLabels } from './labels.ts';
import type { Resources } from './resources.ts';
import { createSchedule } from './schedules/create.ts';
import { deleteSchedule } from './schedules/delete.ts';

type Params = Readonly<Record<string, string>>;

function modelParam(params: Params): string {
  const model = params['model'];
  if (!model) {
    throw queryError('No model is chosen: choose one first.');
  }
  return model;
}

function* readModels(context: Context): Operation<Resources['models']> {
  const { models } = yield* detect(context);
  const list = models.map(({ id, observations, error }) => ({ id, observations, ...(error ? { error } : {}) }));
  return list.length > 0 ? { models: list } : { models: list, message: NO_MODELS };
}

function* readColumns(params: Params, context: Context): Operation<Resources['columns']> {
  const id = modelParam(params);
  const { models } = yield* detect(context);
  const model = models.find((one) => one.id === id);
  if (model === undefined) {
    return {
      columns: [],
      message: doesNotKnow(id, models) + (models.length > 0 ? '' : ` ${NO_MODELS}`),
    };
  }
  return model.columns.length > 0
    ? { columns: model.columns }
    : { columns: [], message: `TrustyAI lists no columns of ${id}.` };
}

function* readTags(params: Params): Operation<Resources['tags']> {
  const id = modelParam(params);
  const tags = yield* tagsOf(id);
  return tags.some((tag) => tag.kind === 'reference')
    ? { tags }
    : { tags, message: `${id} has no reference tag: upload training data with a tag such as TRAINING.` };
}

function* readSchedules(params: Params, context: Context): Operation<Resources['schedules']> {
  const { model, metric } = params;
  if (metric && !isMetricKey(metric)) {
    throw queryError(`The metric "${metric}" is not known.`);
  }
  const service = yield* detect(context);
  const { schedules, failures } = yield* listSchedules(service, metric && isMetricKey(metric) ? metric : undefined);
  const own = schedules.filter((schedule) => !model || schedule.model === model);
  return failures.length > 0 ? { schedules: own, message: failures.join(' ') } : { schedules: own };
}

function* readMetrics(context: Context): Operation<Resources['metrics']> {
  const { dialect, paths } = yield* detect(context);
  const offered = entriesOf(dialect).filter(
    ({ side }) => paths === undefined || side.endpoints.some((path) => paths.has(path))
  );
  const metrics = offered.map(({ entry, side }) => ({
    key: entry.key,
    label: entry.label,
    sentence: entry.sentence,
    valueSentence: `${side.meaning.label}. ${side.meaning.sentence}`,
  }));
  const missing = catalogueEntries.length - metrics.length;
  return missing > 0
    ? {
        metrics,
        message: `${missing} of ${catalogueEntries.length} metrics are not offered by this ${dialect} service.`,
      }
    : { metrics };
}

function decodeParams(json: unknown): Params {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(asRecord(json ?? {}, 'params'))) {
    params[name] = asString(value, `params.${name}`);
  }
  return params;
}

type Reader<T> = (context: Context, params: Params, body: unknown) => Operation<T>;

const readers: { [K in keyof Resources]: Reader<Resources[K]> } = {
  models: readModels,
  columns: (context, params) => readColumns(params, context),
  tags: (_, params) => readTags(params),
  schedules: (context, params) => readSchedules(params, context),
  metrics: readMetrics,
  labels: (context, params) => readLabels(params['key'], context),
  service: readService,
  diagnosis: (context, params) => readDiagnosis(params, context),
  'schedules/create': (context, _, body) => createSchedule(body, context),
  'schedules/delete': (context, _, body) => deleteSchedule(body, context),
};

function isResource(path: string): path is keyof Resources {
  return Object.hasOwn(readers, path);
}

/**
 * Resource calls: reading for pickers and variables, and the two that change schedules (schedules/create, schedules/delete).
 */
export function* resource(input: unknown, context: Context): Operation<Resources[keyof Resources]> {
  const record = asRecord(input, 'the input');
  const path = asString(record['path'], 'path');
  if (!isResource(path)) {
    throw queryError(`The data source has no resource "${path}": it has ${Object.keys(readers).join(', ')}.`);
  }
  return yield* readers[path](context, decodeParams(record['params']), record['body']);
}
