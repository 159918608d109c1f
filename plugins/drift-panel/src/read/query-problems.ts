import type { DataQueryError } from '@grafana/data';
import type { Problem } from './data-set.ts';

/** Queries that failed, beside others that did not. */
export function queryProblems(errors: readonly DataQueryError[] | undefined): Problem[] {
  return (errors ?? []).map(({ refId, message, data }) => ({
    what: `${refId ? `Query ${refId}` : 'A query'} failed`,
    remedy: message ?? data?.message ?? 'The data source gave no reason: look at the query inspector.',
  }));
}
