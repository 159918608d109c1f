import { asFinite, asRecord, asString, optional } from './json.ts';
import { oneOf } from './choices.ts';
import type { Context } from './operations.ts';

/** Rows among which a Java service looks for its reference, where nobody set its SERVICE_BATCH_SIZE otherwise. */
export const SERVICE_BATCH_SIZE = 5000;

const DIALECTS = ['detect', 'java', 'python'] as const;
const SCHEDULING = ['off', 'editors'] as const;

function decodeSettings(json: unknown): Context['settings'] {
  const record = asRecord(json, 'settings');
  const read = <T>(name: string, decode: (value: unknown, at: string) => T) =>
    optional(record[name], `settings.${name}`, decode);
  return {
    dialect: read('dialect', oneOf(DIALECTS, 'dialect of the data source')) ?? 'detect',
    scheduling: read('scheduling', oneOf(SCHEDULING, 'scheduling of the data source')) ?? 'off',
    serviceBatchSize: read('serviceBatchSize', asFinite) ?? SERVICE_BATCH_SIZE,
    prometheusUid: read('prometheusUid', asString),
    lokiUid: read('lokiUid', asString),
    namespace: read('namespace', asString),
  };
}

function decodeRange(json: unknown): NonNullable<Context['timeRange']> {
  const record = asRecord(json, 'timeRange');
  return { from: asFinite(record['from'], 'timeRange.from'), to: asFinite(record['to'], 'timeRange.to') };
}

/** What a driver hands in, checked: provisioning files write settings by hand. */
export function decodeContext(json: unknown): Context {
  const record = asRecord(json, 'the context');
  return {
    settings: decodeSettings(record['settings'] ?? {}),
    now: asFinite(record['now'], 'now'),
    timeRange: optional(record['timeRange'], 'timeRange', decodeRange),
    fromAlert: record['fromAlert'] === true,
    forwardsIdentity: record['forwardsIdentity'] === true,
  };
}
