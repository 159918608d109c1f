import { queryError } from '../core/io.ts';
import type { Request } from '../core/io.ts';

/** The calls for rows and row ids: expensive, so that one runs at a time and none repeats within a minute. */

/** A condition on stored rows (Java). They are applied in their order: INDEX counts the rows left by those before it. */
export interface Matcher {
  columnName: 'trustyai.TAG' | 'trustyai.ID' | 'trustyai.INDEX' | 'trustyai.TIMESTAMP';
  operation: 'EQUALS' | 'BETWEEN';
  values: Array<string | number>;
}

/** Java's stored rows that pass all matchers. */
export function downloadOf(modelId: string, matchAll: readonly Matcher[]): Request {
  return {
    method: 'POST',
    path: '/data/download',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ modelId, matchAll }),
    minAgeSeconds: 60,
    expensive: true,
  };
}

function segment(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw queryError(`The model id "${text}" is no valid text and cannot be part of a URL.`);
  }
}

/** Rows of a page of inference ids: the most that Python gives. */
export const PAGE = 10_000;

/** Ids and times of the rows that are not synthetic. `page` counts from 0; Java gives all at once. */
export function inferenceIdsOf(model: string, page?: number): Request {
  const paging = page === undefined ? '' : `&limit=${PAGE}&offset=${page * PAGE}`;
  return {
    method: 'GET',
    path: `/info/inference/ids/${segment(model)}?type=organic${paging}`,
    minAgeSeconds: 60,
    expensive: true,
  };
}
