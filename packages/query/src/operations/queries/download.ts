import { formatCount } from '../../catalogue/limits.ts';
import { ask } from '../../core/ask.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, LabelFilter, TrustyQuery } from '../../core/operations.ts';
import { decodeDownload, readRows, rowsAt } from '../../service/decode-download.ts';
import type { Rows } from '../../service/decode-download.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { Tag } from '../../service/model.ts';
import { downloadOf } from '../../service/row-requests.ts';
import type { Matcher } from '../../service/row-requests.ts';

export const SIDES = ['reference', 'current'] as const;

export type SideName = (typeof SIDES)[number];

/** What is asked of a model's rows. */
export interface RowsWanted {
  query: TrustyQuery;
  context: Context;
  model: string;
  /** Of that model. */
  tags: readonly Tag[];
  referenceTag?: string;
}

/** Rows of one side, and what was left out. */
export interface SideRows {
  rows: Rows;
  notices: string[];
  /** The call. */
  executed: string;
}

const DEFAULT_ROWS = 5000;
const MINUTE = 60_000;
/** Java counts rows in 32 bits. */
const NO_END = 2 ** 31 - 1;
/** The last moment that is written with a year of four digits. */
const LATEST = 253_402_300_740_000;

/** Java wants a local date-time without a zone; its clock is UTC. */
function local(time: number): string {
  return new Date(Math.min(Math.max(time, 0), LATEST)).toISOString().slice(0, -1);
}

/** Whole minutes around the range, so that panels that refresh every few seconds share one call a minute. */
function timeMatcher({ from, to }: { from: number; to: number }): Matcher {
  const start = Math.floor(from / MINUTE) * MINUTE;
  const end = (Math.floor(to / MINUTE) + 1) * MINUTE;
  return { columnName: 'trustyai.TIMESTAMP', operation: 'BETWEEN', values: [local(start), local(end)] };
}

function tagMatcher(tag: string): Matcher {
  return { columnName: 'trustyai.TAG', operation: 'EQUALS', values: [tag] };
}

/** Stored rows can be chosen by their id; other filters are about scores. */
function isIdFilter({ key, operator }: LabelFilter): boolean {
  return key === 'id' && (operator === '=' || operator === '=|');
}

/** INDEX after TAG counts inside the tag. */
function indexMatcher(from: number, to: number): Matcher {
  return { columnName: 'trustyai.INDEX', operation: 'BETWEEN', values: [from, to] };
}

function currentMatchers({ query, context, tags }: RowsWanted): Matcher[] {
  const inferences = tagMatcher('_trustyai_unlabeled');
  if (query.batchSize !== undefined) {
    // The counts are minutes old and only grow: the last rows lie from here to whatever the end is now.
    const known = tags.find(({ kind }) => kind === 'inference')?.rows ?? 0;
    return [inferences, indexMatcher(Math.max(0, known - query.batchSize), NO_END)];
  }
  return context.timeRange ? [inferences, timeMatcher(context.timeRange)] : [inferences];
}

/** Places of the rows of one side that are kept: the first of a reference, the last of the inferences. */
function kept(side: SideName, { times }: Rows, { query, context }: RowsWanted, most: number): number[] {
  const range = side === 'current' && query.batchSize === undefined ? context.timeRange : undefined;
  const inRange = Array.from(times.keys()).filter((i) => {
    const time = times[i] ?? NaN;
    return range === undefined || (time >= range.from && time <= range.to);
  });
  return side === 'reference' ? inRange.slice(0, most) : inRange.slice(-Math.min(most, query.batchSize ?? most));
}

/**
 * The stored rows of one side. Reference: those of its tag. Current: the last `batchSize` inferences, or without a batch
 * those of the time range.
 * @returns undefined where the service has the call switched off
 */
export function* downloadSide(side: SideName, wanted: RowsWanted): Operation<SideRows | undefined> {
  const most = wanted.query.maxRows ?? DEFAULT_ROWS;
  const matchers =
    side === 'reference' ? [tagMatcher(wanted.referenceTag ?? ''), indexMatcher(0, most + 1)] : currentMatchers(wanted);
  const { filters = [] } = wanted.query;
  for (const { values } of filters.filter(isIdFilter)) {
    matchers.push({ columnName: 'trustyai.ID', operation: 'EQUALS', values });
  }
  const request = downloadOf(wanted.model, matchers);
  const reply = yield* ask(request);
  if (reply.status === 404 && reply.error === undefined) {
    return undefined;
  }
  const all = yield* readRows(decodeReply(request, reply, decodeDownload));
  const places = kept(side, all, wanted, most);
  const asked = side === 'current' ? (wanted.query.batchSize ?? Infinity) : Infinity;
  const unused = filters.filter((filter) => !isIdFilter(filter)).map(({ key }) => key);
  const notices = [
    ...(unused.length > 0
      ? [`The filters on ${unused.join(', ')} do not apply to rows: only "id" with "=" or "one of" does.`]
      : []),
    ...(places.length === most && Math.min(all.times.length, asked) > most
      ? [`The ${side} rows are cut to ${formatCount(most)}. Raise the row limit of the query to see more.`]
      : []),
    ...(all.broken > 0
      ? [`${formatCount(all.broken)} lines of the ${side} rows are left out: a text with a quote or comma breaks them.`]
      : []),
    ...(places.length === 0
      ? [
          `${wanted.model} has no ${side} rows ${side === 'reference' ? `with the tag ${wanted.referenceTag ?? ''}` : 'in this window or time range'}.`,
        ]
      : []),
  ];
  return { rows: rowsAt(all, places), notices, executed: `POST ${request.path} ${request.body ?? ''}` };
}
