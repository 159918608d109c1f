import { isMetricKey } from '../../catalogue/catalogue.ts';
import { asLevel, asRows, chosen, oneOf } from '../../core/choices.ts';
import { queryError } from '../../core/io.ts';
import { asFinite, asList, asRecord, asString, field, optionalField } from '../../core/json.ts';
import type {
  EventKind,
  FairnessChoice,
  LabelFilter,
  LatestOutput,
  MetricKey,
  QueryType,
  TrustyQuery,
  WantedSchedule,
} from '../../core/operations.ts';

const KINDS: readonly QueryType[] = [
  'scores',
  'latest',
  'compute',
  'distribution',
  'rows',
  'models',
  'columns',
  'tags',
  'schedules',
  'observations',
  'events',
];
const OUTPUTS: readonly LatestOutput[] = ['verdict', 'value', 'value over limit'];
const OPERATORS: ReadonlyArray<LabelFilter['operator']> = ['=', '!=', '=|', '!=|', '=~', '!~'];
const EVENTS: readonly EventKind[] = ['drift', 'schedules', 'references'];
const SIDES = ['reference', 'current'] as const;
const ROLES = ['input', 'output'] as const;

export function asMetric(value: unknown, at: string): MetricKey {
  const text = asString(value, at);
  if (!isMetricKey(text)) {
    throw queryError(`The metric "${text}" is not known: choose one in the query.`);
  }
  return text;
}

export function decodeFairness(json: unknown, at: string): FairnessChoice {
  const record = asRecord(json, at);
  return {
    protectedAttribute: field(record, at, 'protectedAttribute', asString),
    privileged: field(record, at, 'privileged', asFinite),
    unprivileged: field(record, at, 'unprivileged', asFinite),
    outcome: field(record, at, 'outcome', asString),
    favorable: field(record, at, 'favorable', asFinite),
  };
}

function decodeFilter(json: unknown, at: string): LabelFilter {
  const record = asRecord(json, at);
  return {
    key: field(record, at, 'key', asString),
    operator: oneOf(OPERATORS, 'operator')(record['operator'], `${at}.operator`),
    values: field(record, at, 'values', asList).map((one) => asString(one, `${at}.values`)),
  };
}

function decodeWanted(json: unknown, at: string): WantedSchedule {
  const record = asRecord(json, at);
  return {
    model: field(record, at, 'model', asString),
    metric: asMetric(record['metric'], `${at}.metric`),
    referenceTag: optionalField(record, at, 'referenceTag', asString),
    batchSize: optionalField(record, at, 'batchSize', asFinite),
  };
}

/** A list decoded one by one; absent stays absent. */
function listOf<T>(decode: (value: unknown, at: string) => T): (value: unknown, at: string) => T[] {
  return (value, at) => asList(value, at).map((one, i) => decode(one, `${at}[${i}]`));
}

function asFlag(value: unknown, at: string): boolean {
  if (typeof value !== 'boolean') {
    throw queryError(`${at} should be true or false.`);
  }
  return value;
}

/**
 * A query as it stands in a dashboard or rule: anybody may have written it. What only the browser reads stays out.
 * @throws CoreError, ShapeError that name what is wrong
 */
export function decodeQuery(json: unknown): TrustyQuery {
  const record = asRecord(json, 'the query');
  const read = <T>(name: string, decode: (value: unknown, at: string) => T) => chosen(record[name], name, decode);
  return {
    refId: read('refId', asString) ?? 'A',
    queryType: oneOf(KINDS, 'query kind')(record['queryType'] ?? '', 'queryType'),
    model: read('model', asString),
    namespace: read('namespace', asString),
    metric: read('metric', asMetric),
    features: read('features', listOf(asString)),
    role: read('role', oneOf(ROLES, 'role')),
    referenceTag: read('referenceTag', asString),
    batchSize: read('batchSize', (value, at) => asRows(value, at)),
    alpha: read('alpha', asLevel),
    limit: read('limit', asFinite),
    output: read('output', oneOf(OUTPUTS, 'output')),
    table: read('table', asFlag),
    side: read('side', oneOf(SIDES, 'side')),
    maxRows: read('maxRows', (value, at) => asRows(value, at)),
    fairness: read('fairness', decodeFairness),
    wanted: read('wanted', listOf(decodeWanted)),
    events: read('events', listOf(oneOf(EVENTS, 'event'))),
    filters: read('filters', listOf(decodeFilter)),
  };
}
