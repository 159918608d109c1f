import { catalogueEntries, isMetricKey } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import { isQueryType, kinds } from './kinds.ts';
import type { TrustyDataQuery } from './types.ts';

/** What is wrong with one value, in words that follow the field's name; undefined: nothing. */
type Check = (value: unknown) => string | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isVariable = (value: unknown) => typeof value === 'string' && value.includes('$');

const text: Check = (value) => (typeof value === 'string' ? undefined : t('json.text', 'should be a text'));

const flag: Check = (value) => (typeof value === 'boolean' ? undefined : t('json.flag', 'should be true or false'));

const number: Check = (value) =>
  (typeof value === 'number' && Number.isFinite(value)) || isVariable(value)
    ? undefined
    : t('json.number', 'should be a number or a variable such as $rows');

const metric: Check = (value) =>
  typeof value === 'string' && (isMetricKey(value) || isVariable(value))
    ? undefined
    : oneOf(catalogueEntries.map(({ key }) => key))(value);

function oneOf(words: readonly string[]): Check {
  return (value) =>
    typeof value === 'string' && words.includes(value)
      ? undefined
      : t('json.one-of', 'should be one of {{words}}', { words: words.join(', ') });
}

function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) {
      return t('json.list', 'should be a list');
    }
    const wrong = value.map(check).find((problem) => problem !== undefined);
    return wrong && t('json.each', 'has an entry that {{problem}}', { problem: wrong });
  };
}

/** @param needed fields that have to be there */
function object(checks: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  return (value) => {
    if (!isRecord(value)) {
      return t('json.object', 'should be an object');
    }
    const missing = needed.find((name) => value[name] === undefined);
    if (missing) {
      return t('json.missing', 'lacks “{{name}}”', { name: missing });
    }
    for (const [name, one] of Object.entries(value)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      const problem = check
        ? check(one)
        : t('json.unknown', 'is no field: known are {{names}}', { names: Object.keys(checks).join(', ') });
      if (problem) {
        return `“${name}” ${problem}`;
      }
    }
    return undefined;
  };
}

const wanted = listOf(object({ model: text, metric, referenceTag: text, batchSize: number }, ['model', 'metric']));

const query = object(
  {
    refId: text,
    queryType: (value) => (isQueryType(value) ? undefined : oneOf(Object.keys(kinds))(value)),
    version: number,
    hide: flag,
    key: text,
    datasource: () => undefined,
    model: text,
    namespace: text,
    metric,
    features: listOf(text),
    role: oneOf(['input', 'output']),
    referenceTag: text,
    batchSize: number,
    alpha: number,
    limit: number,
    output: oneOf(['verdict', 'value', 'value over limit']),
    table: flag,
    side: oneOf(['reference', 'current']),
    maxRows: number,
    fairness: object({
      protectedAttribute: text,
      privileged: number,
      unprivileged: number,
      outcome: text,
      favorable: number,
    }),
    wanted,
    events: listOf(oneOf(['drift', 'schedules', 'references'])),
    persistence: object({ need: number, of: number }, ['need', 'of']),
    filters: listOf(
      object({ key: text, operator: oneOf(['=', '!=', '=|', '!=|', '=~', '!~']), values: listOf(text) }, [
        'key',
        'operator',
        'values',
      ])
    ),
  },
  ['queryType']
);

/** A text of the JSON view: what it says, or what is wrong with it in a sentence. */
export type Decoded<T> = { value: T } | { problem: string };

function parse(json: string): Decoded<unknown> {
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: t('json.syntax', 'This is no JSON: {{reason}}.', { reason }) };
  }
}

/** @param check names what is wrong with anything that is no T */
function decode<T>(json: string, check: Check, subject: string): Decoded<T> {
  const parsed = parse(json);
  if ('problem' in parsed) {
    return parsed;
  }
  const { value } = parsed;
  const isT = (one: unknown): one is T => check(one) === undefined;
  return isT(value)
    ? { value }
    : { problem: t('json.wrong', '{{subject}}: {{problem}}.', { subject, problem: check(value) ?? '' }) };
}

/** The query as the JSON view shows it: what Grafana adds by itself is left out. */
export function queryToJson({ refId: _, datasource: __, key: ___, hide: ____, ...own }: TrustyDataQuery): string {
  return JSON.stringify(own, undefined, 2);
}

/** An edited query; refId and data source stay those of `base`. */
export function queryFromJson(json: string, base: TrustyDataQuery): Decoded<TrustyDataQuery> {
  const decoded = decode<Omit<TrustyDataQuery, 'refId'>>(json, query, t('json.query', 'The query'));
  if ('problem' in decoded) {
    return decoded;
  }
  const { refId, datasource, key, hide } = base;
  return {
    value: {
      ...decoded.value,
      refId,
      ...(datasource ? { datasource } : {}),
      ...(key ? { key } : {}),
      ...(hide ? { hide } : {}),
    },
  };
}

/** The list of wanted schedules as text; an empty text is none. */
export function wantedFromJson(json: string): Decoded<TrustyDataQuery['wanted']> {
  if (json.trim() === '') {
    return { value: undefined };
  }
  return decode(json, wanted, t('json.wanted', 'The list'));
}
