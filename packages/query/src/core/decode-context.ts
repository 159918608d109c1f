import { asFinite, asRecord, asString, optional } from './json.ts';
import { pluginError } from './io.ts';
import type { Context, Settings } from './operations.ts';

function decodeSettings(json: unknown): Settings {
  const record = asRecord(json, 'settings');
  const dialect = optional(record['dialect'], 'settings.dialect', asString) ?? 'detect';
  if (dialect !== 'detect' && dialect !== 'java' && dialect !== 'python') {
    throw pluginError(
      `The dialect "${dialect}" in the data source settings is not known: choose detect, java or python.`
    );
  }
  const scheduling = optional(record['scheduling'], 'settings.scheduling', asString) ?? 'off';
  if (scheduling !== 'off' && scheduling !== 'editors') {
    throw pluginError(
      `The scheduling "${scheduling}" in the data source settings is not known: choose off or editors.`
    );
  }
  return {
    dialect,
    scheduling,
    serviceBatchSize: optional(record['serviceBatchSize'], 'settings.serviceBatchSize', asFinite),
    prometheusUid: optional(record['prometheusUid'], 'settings.prometheusUid', asString),
    lokiUid: optional(record['lokiUid'], 'settings.lokiUid', asString),
    namespace: optional(record['namespace'], 'settings.namespace', asString),
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
