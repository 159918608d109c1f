import { postJson } from './ask.ts';
import { at, listAt, textAt } from './json.ts';
import type { RangeSeconds } from './prometheus-api.ts';

/**
 * Runs one query of our data source through the page's server, as the plugin in the browser does.
 * @returns the columns of all frames
 */
export async function askTrustyai(
  page: string,
  uid: string,
  target: unknown,
  range: RangeSeconds
): Promise<unknown[][]> {
  const query = { ...(typeof target === 'object' ? target : {}), datasource: { uid }, refId: 'A' };
  const body = { queries: [query], from: String(range.from * 1000), to: String(range.to * 1000) };
  // 207: some query has an error of its own.
  const result = at(await postJson(`${page}/api/ds/query`, body, [207]), 'results', 'A');
  const error = textAt(result, 'error');
  if (error) {
    throw new Error(error);
  }
  return listAt(result, 'frames').flatMap((frame) =>
    listAt(frame, 'data', 'values').filter((column): column is unknown[] => Array.isArray(column))
  );
}
