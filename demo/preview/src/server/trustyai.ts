import type { Context, Operations } from '@soundcheck/query';
import { runOperation } from '@soundcheck/query/node';
import type { DataSource } from './provisioning/data-sources.ts';
import { authHeaders } from './upstream.ts';

export const TRUSTYAI_TYPE = 'soundcheck-trustyai-datasource';

/** What of a request is not in the input: its time range, and whether it may change the service. */
interface Asked {
  timeRange?: Context['timeRange'];
  mayWrite?: boolean;
}

/** Runs one operation of the core against the data source's service: what the Go shell does in a real Grafana. */
export function runTrusty<Name extends keyof Operations>(
  dataSource: DataSource,
  operation: Name,
  input: Operations[Name]['input'],
  { timeRange, mayWrite = false }: Asked = {}
): Promise<Operations[Name]['output']> {
  // The core checks the settings itself, as they come from files that people write.
  const context = { settings: dataSource.jsonData, now: Date.now(), ...(timeRange && { timeRange }) };
  const options = { baseUrl: dataSource.url, headers: authHeaders(dataSource), mayWrite };
  return runOperation(operation, input, context, options);
}
