import { list, model, nullable, together } from '../check/composites.ts';
import type { Fields } from '../check/composites.ts';
import type { Check, Failed } from '../check/issue.ts';
import { text } from '../check/scalars.ts';
import { HttpFault } from '../http/reply.ts';
import type { Session } from '../session.ts';
import { UnknownModel } from '../session.ts';
import type { Cells } from '../storage/dataset.ts';
import type { Frame } from '../storage/stored-model.ts';
import { metricEndpoint, requireModel } from './metric-endpoint.ts';
import type { Metric } from './metric-endpoint.ts';
import { commonFields } from './metric-request.ts';
import type { CommonFields } from './metric-request.ts';

interface DriftFields<Options> extends CommonFields {
  options: Options;
  referenceTag: string | null;
  fitColumns: string[] | null;
}

/** A drift request after its reference and columns are settled. */
interface SettledRequest<Options> extends DriftFields<Options> {
  referenceTag: string;
  fitColumns: string[];
}

/** What sets one drift metric apart from the others. */
export interface DriftMetric<Options extends object, Result> {
  name: string;
  paths: readonly string[];
  definition: { name: string; description: string };
  /** The caller's metricName is taken as it is. */
  trustsName: boolean;
  /** Uncaught failures are answered in plain text instead of JSON. */
  plainFailures: boolean;
  batchSize: Check<number>;
  options: (field: Fields) => { [K in keyof Options]: Options[K] | Failed };
  compare: (reference: Cells, current: Cells, options: Options) => Result;
  /** The one-shot reply. */
  reply: (results: ReadonlyMap<string, Result>, options: Options) => object;
  /** What a schedule publishes for one column. */
  published: (reference: Cells, current: Cells, options: Options) => number;
  /** Options that the list of schedules shows. */
  listed: (options: Options) => Record<string, unknown>;
}

const genericFailure = 'Error computing metric. Check server logs for details.';

/** Builds the routes of one drift metric. */
export function driftMetric<Options extends object, Result>(metric: DriftMetric<Options, Result>): Metric {
  const check = model<DriftFields<Options>>(
    (field) => ({
      ...commonFields(field, text, metric.batchSize),
      options: together<Options>(metric.options(field)),
      referenceTag: field.optional('referenceTag', nullable(text), null),
      fitColumns: field.optional('fitColumns', nullable(list(text)), null),
    }),
    { bySnakeName: true }
  );
  return metricEndpoint({
    name: metric.name,
    paths: metric.paths,
    definition: metric.definition,
    check,
    oneShot: (session, request) => {
      const settled = settle(session, request);
      try {
        return metric.reply(compareColumns(metric, session, settled), settled.options);
      } catch (fault) {
        if (metric.plainFailures || (fault instanceof HttpFault && !(fault instanceof FrameFault))) throw fault;
        throw new HttpFault(500, genericFailure);
      }
    },
    scheduled: (session, request) => {
      const settled = settle(session, request);
      requireModel(session, settled.modelId, (cause) =>
        metric.plainFailures
          ? `Error scheduling metric: ${cause}`
          : 'Error scheduling metric. Check server logs for details.'
      );
      const metricName = (metric.trustsName ? settled.metricName : null) ?? metric.name;
      const { modelId, requestName, batchSize, referenceTag, fitColumns } = settled;
      return {
        modelId,
        metricName,
        requestName,
        batchSize,
        labels: { referenceTag, ...(fitColumns.length > 0 ? { fitColumns: fitColumns.join(',') } : {}) },
        listing: { referenceTag, fitColumns, ...metric.listed(settled.options) },
        compute: (batch) => {
          if (metricName !== metric.name) throw new Error(`There is no calculator for ${metricName}.`);
          const values = publishedValues(metric, session, { request: settled, batch });
          return values.size > 0 ? values : 0;
        },
      };
    },
  });
}

/** Fills in the columns: those asked for, or every input of the cached schema. */
function settle<Options>(session: Session, request: DriftFields<Options>): SettledRequest<Options> {
  const { referenceTag } = request;
  if (referenceTag === null || referenceTag.trim() === '') {
    throw new HttpFault(400, 'referenceTag is required for drift detection');
  }
  if (request.fitColumns === null) {
    const fitColumns = session.cachedModel(request.modelId).inputs.map((column) => column.name);
    return { ...request, referenceTag, fitColumns };
  }
  const fitColumns = request.fitColumns.map((name) => name.trim()).filter((name) => name !== '');
  if (fitColumns.length === 0) {
    throw new HttpFault(400, 'fitColumns must contain at least one non-empty feature name');
  }
  return { ...request, referenceTag, fitColumns };
}

function compareColumns<Options extends object, Result>(
  metric: DriftMetric<Options, Result>,
  session: Session,
  request: SettledRequest<Options>
): Map<string, Result> {
  const { reference, current } = frames(session, request);
  if (reference.rows === 0) {
    const which = `model: ${request.modelId} with tag: ${request.referenceTag}`;
    throw new HttpFault(404, `No reference data found for ${which}`);
  }
  if (current.rows === 0) throw new HttpFault(404, `No current data found for model: ${request.modelId}`);
  const results = new Map<string, Result>();
  for (const name of request.fitColumns) {
    const [before, now] = [reference.columns.get(name), current.columns.get(name)];
    if (!before || !now) throw new HttpFault(400, `Feature ${name} not found in data`);
    results.set(name, metric.compare(before, now, request.options));
  }
  return results;
}

function frames(session: Session, request: SettledRequest<unknown>): { reference: Frame; current: Frame } {
  const stored = session.storage.find(request.modelId);
  try {
    if (!stored) throw new UnknownModel(request.modelId);
    return { reference: stored.tagged(request.referenceTag), current: stored.recent(request.batchSize ?? 0) };
  } catch {
    const cause = 'Error creating dataframe by tag. Check server logs for details.';
    throw new FrameFault(`Error computing metric: ${cause}`);
  }
}

/** Rows that cannot be read: answered in JSON even by metrics whose other failures are plain text. */
class FrameFault extends HttpFault {
  constructor(detail: string) {
    super(500, detail);
  }
}

interface Tick<Options> {
  request: SettledRequest<Options>;
  batch: Frame;
}

function publishedValues<Options extends object, Result>(
  metric: DriftMetric<Options, Result>,
  session: Session,
  { request, batch }: Tick<Options>
): Map<string, number> {
  const stored = session.storage.find(request.modelId);
  if (!stored) throw new UnknownModel(request.modelId);
  const reference = stored.tagged(request.referenceTag);
  const values = new Map<string, number>();
  for (const name of request.fitColumns) {
    const [before, now] = [reference.columns.get(name), batch.columns.get(name)];
    if (!before || !now) continue;
    if (before.length === 0 || now.length === 0) throw new Error('A side has no rows.');
    values.set(name, metric.published(before, now, request.options));
  }
  return values;
}
