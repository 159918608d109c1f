import { Fields, unreadable } from '../http/fields.ts';

/** One condition on rows, as it was sent. */
export interface Matcher {
  columnName: string;
  operation: string;
  values: readonly (string | number | boolean)[];
}

export interface DownloadRequest {
  modelId: string | null;
  matchAll: Matcher[];
  matchAny: Matcher[];
  matchNone: Matcher[];
}

/** Columns beside the data: how each row is counted, identified, timed and tagged. */
export const specialColumns = ['TAG', 'ID', 'TIMESTAMP', 'INDEX'] as const;
export type SpecialColumn = (typeof specialColumns)[number];

const prefix = 'trustyai.';

/** What follows `trustyai.` in the name of a special column; undefined for a data column. */
export function specialName({ columnName }: Matcher): string | undefined {
  return columnName.startsWith(prefix) ? columnName.slice(prefix.length) : undefined;
}

export function asSpecial(name: string | undefined): SpecialColumn | undefined {
  return specialColumns.find((one) => one === name);
}

export function readDownload(fields: Fields): DownloadRequest {
  const matchers = (name: string) => fields.list(name, readMatcher) ?? [];
  return {
    modelId: fields.text('modelId'),
    matchAll: matchers('matchAll'),
    matchAny: matchers('matchAny'),
    matchNone: matchers('matchNone'),
  };
}

function readMatcher(item: unknown): Matcher {
  const fields = new Fields(item);
  return {
    columnName: fields.text('columnName') ?? '',
    operation: fields.text('operation') ?? '',
    values: fields.list('values', readScalar) ?? [],
  };
}

function readScalar(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw unreadable();
}
