import { hashOrder } from '../hash-order.ts';
import type { Fields } from '../http/fields.ts';
import { textItem } from '../http/fields.ts';
import { jsonText } from '../http/reply.ts';
import type { Violations } from '../http/violations.ts';
import { tagFault } from '../ingest/tag-rule.ts';
import { isNumeric } from '../storage/schema.ts';
import type { Frame, StoredModel } from '../storage/stored-model.ts';
import { driftReport } from './drift-report.ts';
import { listedHead, metric } from './metric.ts';
import type { CommonFields, Metric } from './metric.ts';
import type { MetricValue, ScheduledMetric } from './scheduled-metric.ts';

/** Numeric columns by raw name, in stored order. */
export type NumberColumns = ReadonlyMap<string, Float64Array>;

/** What sets one drift metric apart from the others. */
export interface DriftMetric<Options, Fit> {
  name: string;
  /** What lists call the request. */
  typeName: string;
  definition: string;
  readOptions(fields: Fields): Options;
  /** A fit of the reference that the caller brings along. */
  readFit?(fields: Fields): Fit | null;
  fit(reference: NumberColumns, options: Options): Fit;
  value(fit: Fit, current: NumberColumns, options: Options): MetricValue;
  /** Schedules keep the fit of their first tick, and list it; undefined where every tick looks at the reference. */
  listedFit?(fit: Fit | null, options: Options): Record<string, unknown>;
  /** From the first tick on, the list names all columns, whatever the caller asked for. */
  namesColumns: boolean;
}

interface DriftRequest<Options, Fit> extends CommonFields {
  referenceTag: string | null;
  fitColumns: string[] | null;
  thresholdDelta: number;
  options: Options;
  fit: Fit | null;
}

/** Builds the endpoints of one drift metric. Every numeric column is compared, outputs too. */
export function driftMetric<Options, Fit>(drift: DriftMetric<Options, Fit>): Metric {
  type Request = DriftRequest<Options, Fit>;
  return metric<Request>({
    name: drift.name,
    paths: [`/metrics/drift/${drift.name.toLowerCase()}`],
    definition: drift.definition,
    read: (fields, common) => ({
      ...common,
      referenceTag: fields.text('referenceTag'),
      fitColumns: fields.list('fitColumns', textItem),
      thresholdDelta: fields.number('thresholdDelta') ?? 0.05,
      options: drift.readOptions(fields),
      fit: drift.readFit?.(fields) ?? null,
    }),
    check: checkDrift,
    once: (session, model, request) => {
      const { options } = request;
      const fit = request.fit ?? drift.fit(reference(model, request, session.batchLimit), options);
      return drift.value(fit, numeric(model, model.inferences(request.batchSize)), options);
    },
    compute: (session, request, { current, model }) => {
      const { options } = request;
      const fit = request.fit ?? drift.fit(reference(model, request, session.batchLimit), options);
      if (drift.listedFit) request.fit = fit;
      if (drift.namesColumns) request.fitColumns = numericNames(model);
      return drift.value(fit, numeric(model, current), options);
    },
    report: (model, { thresholdDelta }, value) => driftReport(drift.definition, model, thresholdDelta, value),
    labels: () => ({}),
    listed: (request) => {
      const { thresholdDelta, referenceTag, fitColumns } = request;
      const head = listedHead(drift.typeName, drift.name, request);
      const fit = drift.listedFit?.(request.fit, request.options);
      return { ...head, thresholdDelta, referenceTag, fitColumns, ...fit };
    },
    ownListing,
  });
}

/** The metric's own list leaves out fits, sorts the fields and names the type twice, which no JSON object can. */
function ownListing(request: ScheduledMetric): string {
  const { '@type': type, ...fields } = request.listed();
  const shown = ['batchSize', 'fitColumns', 'metricName', 'modelId', 'referenceTag', 'requestName', 'thresholdDelta'];
  const rest = jsonText(Object.fromEntries(shown.map((field) => [field, fields[field]])));
  return `{"@type":"BaseMetricRequest","@type":${jsonText(type)},${rest.slice(1)}`;
}

function checkDrift(
  { modelId, referenceTag, fitColumns }: DriftRequest<unknown, unknown>,
  model: StoredModel,
  violations: Violations
): void {
  const id = modelId ?? '';
  if (referenceTag === null) {
    violations.add(
      'Must provide a reference tag in request defining the original data distribution. ' +
        'This is done by passing a field "referenceTag": "tagString" in the request body.'
    );
  } else {
    const fault = tagFault(referenceTag) ?? missingTag(referenceTag, id, model);
    if (fault !== undefined) violations.add(fault);
  }
  const names = model.listedNames;
  for (const column of new Set(fitColumns)) {
    if (names.includes(column)) continue;
    violations.add(
      `No feature or output found in original dataframe columns with name=${column}. ` +
        `The valid list of feature or output names is as follows: [${names.join(', ')}]`,
      id,
      column
    );
  }
}

function missingTag(tag: string, id: string, model: StoredModel): string | undefined {
  const tags = Object.keys(model.tagCounts());
  if (tags.includes(tag)) return undefined;
  return (
    `No tag named '${tag}' found in data for model=${id}. ` +
    `The valid list of tag names is as follows: [${tags.join(', ')}]`
  );
}

function reference(
  model: StoredModel,
  { referenceTag }: { referenceTag: string | null },
  limit: number
): NumberColumns {
  return numeric(model, model.reference(referenceTag ?? '', limit));
}

function numeric(model: StoredModel, { columns }: Frame): NumberColumns {
  const specs = model.specs.filter(isNumeric);
  return new Map(specs.map(({ name }) => [name, columns.get(name) ?? new Float64Array()]));
}

function numericNames(model: StoredModel): string[] {
  return hashOrder(model.specs.filter(isNumeric).map(({ name }) => name));
}
