import { getJson } from './ask.ts';
import { at, listAt, textAt } from './json.ts';
import type { RangeSeconds } from './prometheus-api.ts';

/** A Loki and the tenant whose logs are asked for. */
export interface LokiAddress {
  base: string;
  tenant: string;
}

/** What a query found: log lines, or numbers of series. */
export type FoundInLoki = { lines: number } | { series: number; numbers: number };

/** @param limit lines at most */
export async function queryLoki(
  { base, tenant }: LokiAddress,
  expr: string,
  { from, to, step }: RangeSeconds,
  limit: number
): Promise<FoundInLoki> {
  const search = new URLSearchParams({ query: expr, start: String(from), end: String(to), step: String(step) });
  search.set('limit', String(limit));
  const reply = await getJson(`${base}/loki/api/v1/query_range?${search}`, [], { 'x-scope-orgid': tenant });
  const counts = listAt(reply, 'data', 'result').map((one) => listAt(one, 'values').length);
  const sum = counts.reduce((all, count) => all + count, 0);
  return at(reply, 'data', 'resultType') === 'streams' ? { lines: sum } : { series: counts.length, numbers: sum };
}

export async function lokiVersion(base: string): Promise<string | undefined> {
  return textAt(await getJson(`${base}/loki/api/v1/status/buildinfo`), 'version');
}
