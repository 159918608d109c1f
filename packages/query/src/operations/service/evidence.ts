import { askAll } from '../../core/ask.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, MetricKey } from '../../core/operations.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import { textOf } from '../../service/decode-reply.ts';
import type { Schedule } from '../../service/model.ts';
import { readPublished } from '../../service/published.ts';
import type { MetricsPage } from '../../service/published.ts';
import { METRICS, TAGS } from '../../service/requests.ts';
import { detect } from './detect.ts';
import { familyOf } from './family.ts';
import { readSchedules, scheduleRequests } from './schedules.ts';
import { readTags } from './tags.ts';

/** What is to be known. */
export interface Scope {
  /** Absent: every model that the service lists or has schedules of. */
  model?: string;
  /** Findings are to be about this metric only. */
  metric?: MetricKey;
  /** The schedule lists of this metric alone: cheaper, but another metric's fault is not seen. */
  listOnly?: MetricKey;
  /** The published numbers, where they were read already: thousands of lines are not read twice. */
  page?: MetricsPage;
}

export interface Gathered {
  /** One for each model in scope. */
  evidence: Evidence[];
  /** One sentence for each thing that could not be read. */
  failures: string[];
}

/** Python's lists leave the name of a schedule out; its series have it. */
function withName(schedule: Schedule, { series }: MetricsPage): Schedule {
  const requestName = schedule.requestName ?? series.find(({ request }) => request === schedule.id)?.requestName;
  return requestName === undefined ? schedule : { ...schedule, requestName };
}

/**
 * Gathers what `diagnose` needs in two rounds: who answers and its models, then tags, published numbers and schedules
 * together; a third asks for tags again where a schedule's is not among them. All are shared by their age, so that many panels cost one call each.
 * @throws CoreError where the service or its numbers cannot be read; tags and schedule lists may be missing
 */
export function* gatherEvidence(scope: Scope, context: Context): Operation<Gathered> {
  const service = yield* detect(context);
  const { dialect, models } = service;
  const lists = scheduleRequests(service, scope.listOnly);
  const [tagsReply, metricsReply, ...listReplies] = yield* askAll([TAGS, METRICS, ...lists]);
  const published = scope.page ?? readPublished(textOf(METRICS, metricsReply));
  const list = readSchedules(lists, listReplies, dialect);
  const schedules = list.schedules.map((schedule) => withName(schedule, published));
  const tags = yield* readTags(tagsReply, schedules);
  const ids = [...new Set([...models.map(({ id }) => id), ...schedules.map(({ model }) => model)])].sort();
  const evidence = (scope.model ? [scope.model] : ids).map((model): Evidence => ({
    dialect,
    computesNoDrift: familyOf(service) === 'Python 0.30',
    model,
    metric: scope.metric,
    info: models.find(({ id }) => id === model),
    models: models.map(({ id }) => id),
    tags: 'failure' in tags ? undefined : (tags.value.get(model) ?? []),
    schedules: schedules.filter((schedule) => schedule.model === model),
    schedulesIncomplete: list.failures.length > 0,
    published: published.series,
    featureless: published.featureless,
    observationsGauge: published.observations.get(model),
    serviceBatchSize: context.settings.serviceBatchSize,
  }));
  return { evidence, failures: [...('failure' in tags ? [tags.failure] : []), ...list.failures] };
}
