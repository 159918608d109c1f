import type { Context, Operations, Settings } from '@soundcheck/query';
import { runOperation } from '@soundcheck/query/node';
import * as v from 'valibot';
import type { DataSource } from './provisioning/data-sources.ts';
import { authHeaders } from './upstream.ts';

export const TRUSTYAI_TYPE = 'soundcheck-trustyai-datasource';

const settingsSchema = v.object({
  dialect: v.optional(v.picklist(['detect', 'java', 'python'])),
  prometheusUid: v.optional(v.string()),
  lokiUid: v.optional(v.string()),
  namespace: v.optional(v.string()),
});

/** Runs one operation of the core against the data source's service: what the Go shell does in a real Grafana. */
export function runTrusty<Name extends keyof Operations>(
  dataSource: DataSource,
  operation: Name,
  input: Operations[Name]['input'],
  timeRange?: Context['timeRange']
): Promise<Operations[Name]['output']> {
  const settings: Settings = v.parse(settingsSchema, dataSource.jsonData);
  const context: Context = { settings, now: Date.now(), ...(timeRange && { timeRange }) };
  return runOperation(operation, input, context, { baseUrl: dataSource.url, headers: authHeaders(dataSource) });
}
