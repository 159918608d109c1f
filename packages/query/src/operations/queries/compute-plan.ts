import { catalogue } from '../../catalogue/catalogue.ts';
import type { DialectEntry } from '../../catalogue/meaning.ts';
import { queryError } from '../../core/io.ts';
import type { Request } from '../../core/io.ts';
import type { Context, MetricKey, TrustyQuery } from '../../core/operations.ts';
import { doubtsAbout, noticesOf } from '../../diagnosis/diagnose.ts';
import type { Notice } from '../../frames/contract.ts';
import type { Model, Tag } from '../../service/model.ts';
import { fairnessFields, testFields } from '../../service/payload-fields.ts';
import { computeOf } from '../../service/requests.ts';
import { rowsOf } from '../../service/tag-rows.ts';
import type { Service } from '../service/detect.ts';
import { chosenColumns } from './chosen-features.ts';

/** What a one-shot call will be, before it is made. */
export interface ComputePlan {
  metric: MetricKey;
  side: DialectEntry;
  model: string;
  request: Request;
  batchSize: number;
  referenceTag?: string;
  /** The one feature, where the reply names none. */
  feature?: string;
  reference?: Tag;
  /** What makes the number doubtful, found by the same rules as for schedules. */
  doubts: Notice[];
}

/** Rows where the query names no batch: the services' own defaults, 100 and 5000, differ. */
const DEFAULT_BATCH = 500;

/** @throws CoreError where the query names no reference and there is not exactly one */
export function chooseReference(query: Pick<TrustyQuery, 'model' | 'referenceTag'>, tags: readonly Tag[]): string {
  if (query.referenceTag) {
    return query.referenceTag;
  }
  const references = tags.filter((tag) => tag.kind === 'reference');
  const [only] = references;
  if (references.length === 1 && only) {
    return only.name;
  }
  const known = references.map((tag) => tag.name).join(', ');
  throw queryError(
    known
      ? `${query.model ?? ''} has several references (${known}): choose one in the query.`
      : `TrustyAI lists no reference of ${query.model ?? ''}: check the model's name, upload training data with a tag, or name the tag in the query.`
  );
}

/** Python: effective names, always sent, because its own default list goes stale when columns are renamed. */
function driftColumns(query: TrustyQuery, service: Service, model: Model | undefined): { fitColumns?: string[] } {
  if (service.dialect === 'java') {
    return {};
  }
  if (query.features && query.features.length > 0) {
    return { fitColumns: query.features };
  }
  // All features are all inputs, as the service itself has it.
  const chosen = chosenColumns({ ...query, role: query.role ?? 'input' }, model?.columns ?? []);
  return chosen.length > 0 ? { fitColumns: chosen.map(({ name }) => name) } : {};
}

function planCall(query: TrustyQuery, service: Service, tags: readonly Tag[]): Omit<ComputePlan, 'doubts'> {
  const { metric, model: modelId } = query;
  if (!modelId) {
    throw queryError('No model is chosen: choose one in the query.');
  }
  if (metric === undefined) {
    throw queryError('No metric is chosen: choose one in the query.');
  }
  const entry = catalogue[metric];
  const side = entry[service.dialect];
  const endpoint = side?.endpoints.find((path) => service.paths === undefined || service.paths.has(path));
  if (side === undefined || endpoint === undefined) {
    throw queryError(`This ${service.dialect} service does not offer ${entry.label}: choose another metric.`);
  }
  const model = service.models.find(({ id }) => id === modelId);
  const inferences = rowsOf(tags, 'inference');
  const batchSize = query.batchSize ?? (inferences > 0 ? Math.min(inferences, DEFAULT_BATCH) : DEFAULT_BATCH);
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw queryError(`The window is ${batchSize} rows: it must be a whole number above 0.`);
  }
  const plan = { metric, side, model: modelId, batchSize };
  const base = { modelId, batchSize };
  if (entry.kind === 'mean') {
    const [feature, second] = query.features ?? [];
    if (feature === undefined || second !== undefined) {
      throw queryError('The mean is computed for one feature a query: choose exactly one.');
    }
    return { ...plan, feature, request: computeOf(endpoint, { ...base, columnName: feature }) };
  }
  if (entry.kind === 'fairness') {
    const { fairness } = query;
    if (fairness === undefined) {
      throw queryError(
        `${entry.label} needs a protected feature, its two groups, an outcome and the favourable value: set them in the query.`
      );
    }
    const payload = { ...base, ...fairnessFields(fairness, side) };
    return { ...plan, feature: fairness.protectedAttribute, request: computeOf(endpoint, payload) };
  }
  const referenceTag = chooseReference(query, tags);
  const payload = {
    ...base,
    referenceTag,
    ...driftColumns(query, service, model),
    ...testFields(side, service.dialect, query.alpha),
  };
  return {
    ...plan,
    referenceTag,
    reference: tags.find((tag) => tag.name === referenceTag),
    request: computeOf(endpoint, payload),
  };
}

/**
 * Plans the one call of a `compute` query: one endpoint, all features at once, window and level always explicit.
 * @throws CoreError where the query lacks a choice that only the user can make
 */
export function planCompute(
  query: TrustyQuery,
  service: Service,
  tags: readonly Tag[],
  { serviceBatchSize }: Context['settings']
): ComputePlan {
  const plan = planCall(query, service, tags);
  const found = doubtsAbout(plan, {
    dialect: service.dialect,
    model: plan.model,
    info: service.models.find(({ id }) => id === plan.model),
    tags: tags.length > 0 ? tags : undefined,
    serviceBatchSize,
  });
  return { ...plan, doubts: noticesOf(found) };
}
