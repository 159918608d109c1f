import { catalogueEntries } from '../../catalogue/catalogue.ts';
import { formatCount } from '../../catalogue/limits.ts';
import { askAll } from '../../core/ask.ts';
import { attempt } from '../../core/attempt.ts';
import type { Operation, Reply } from '../../core/io.ts';
import type { Context } from '../../core/operations.ts';
import { decodeOpenApi } from '../../service/decode-openapi.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { Detected } from '../../service/model.ts';
import { JAVA_OPENAPI, OPENAPI } from '../../service/requests.ts';
import type { ServiceReport } from '../resources/resources.ts';
import { detect, readOpenApi } from './detect.ts';
import type { Service } from './detect.ts';
import { familyOf } from './family.ts';
import type { Family } from './family.ts';
import { readSchedules, scheduleRequests } from './schedules.ts';

/** What is known of a service, with what is wrong apart from what is merely good to know. */
export interface Inspection {
  report: ServiceReport;
  /** Those of the report's warnings that are about this service as it is now. */
  problems: string[];
}

/** What surprises users of either service, however healthy it is. */
function surprises(dialect: Service['dialect'], { settings }: Context): string[] {
  const batch = dialect === 'java' ? `${formatCount(settings.serviceBatchSize)} rows (SERVICE_BATCH_SIZE)` : '100 rows';
  return [
    `Without a window of its own a schedule takes the last ${batch} here, and another number on the other dialect: always set one.`,
    'A restart of the service loses all schedules: keep them as code, to make them again.',
  ];
}

const RESTARTED =
  'A Java service may list no model only because it restarted: type the model id, computing and scheduling work as before.';

const NO_DRIFT =
  'Python 0.30 fails at every drift computation and never publishes its drift schedules: update TrustyAI to a later version.';

function problemsOf({ dialect, models }: Service, family: Family): string[] {
  return [
    ...(dialect === 'java' && models.length === 0 ? [RESTARTED] : []),
    ...(family === 'Python 0.30' ? [NO_DRIFT] : []),
    ...models.flatMap(({ id, error }) =>
      error === undefined ? [] : [`TrustyAI cannot read the data of ${id} (${error}): see its log and storage.`]
    ),
  ];
}

/** Labels of metrics whose paths the service does not list; where it lists none, of those that its dialect lacks. */
function missingMetrics(dialect: Service['dialect'], paths: ReadonlySet<string> | undefined): string[] {
  return catalogueEntries
    .filter((entry) => !entry[dialect]?.endpoints.some((path) => paths?.has(path) ?? true))
    .map(({ label }) => label);
}

/** Best effort: what was not asked or cannot be read tells nothing. */
function tolerant<T>(reply: Reply | undefined, read: (reply: Reply) => T): T | undefined {
  const found = reply && attempt(() => read(reply));
  return found && 'value' in found ? found.value : undefined;
}

/** A dialect set by hand that is not what the service looks like. */
function contradiction(set: Service['dialect'], seen: Detected | undefined): string[] {
  return seen === undefined || seen.dialect === set
    ? []
    : [
        `The dialect is set to ${set} in the data source, but the service looks like ${seen.dialect} (${seen.evidence}), so numbers are misread: set it to "detect".`,
      ];
}

/**
 * Inspects a service for *Save & test*: who answers, what it knows and offers, and what will surprise.
 * @throws CoreError where the service cannot be reached, refuses, or is no TrustyAI service
 */
export function* inspectService(context: Context): Operation<Inspection> {
  const service = yield* detect(context);
  const { dialect, evidence, apiVersion, models } = service;
  const forced = (context.settings.dialect ?? 'detect') !== 'detect';
  const extra = [...(dialect === 'java' ? [JAVA_OPENAPI] : []), ...(forced ? [OPENAPI] : [])];
  const lists = scheduleRequests(service);
  const replies = yield* askAll([...extra, ...lists]);
  const javaPaths = tolerant(
    replies[extra.indexOf(JAVA_OPENAPI)],
    (reply) => decodeReply(JAVA_OPENAPI, reply, decodeOpenApi).paths
  );
  const wrong = contradiction(dialect, tolerant(replies[extra.indexOf(OPENAPI)], readOpenApi));
  const { schedules, failures } = readSchedules(lists, replies.slice(extra.length), dialect);
  const paths = dialect === 'java' ? javaPaths : service.paths;
  const family = familyOf(service);
  const problems = [...(wrong.length > 0 ? wrong : failures), ...problemsOf(service, family)];
  const report = {
    dialect,
    evidence,
    family,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    models: models.map(({ id, observations, error }) => ({ id, observations, ...(error ? { error } : {}) })),
    schedules: schedules.length,
    missingMetrics: missingMetrics(dialect, paths),
    rows: paths?.has('/data/download') ?? false,
    warnings: [...problems, ...surprises(dialect, context)],
  };
  return { problems, report };
}

/** `service`: the report alone. */
export function* readService(context: Context): Operation<ServiceReport> {
  const { report } = yield* inspectService(context);
  return report;
}
