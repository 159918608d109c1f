import { formatCount } from '../../catalogue/limits.ts';
import { ask } from '../../core/ask.ts';
import type { Operation, Request } from '../../core/io.ts';
import { decodeIdList, decodeInferenceIds } from '../../service/decode-inference-ids.ts';
import type { InferenceIds } from '../../service/decode-inference-ids.ts';
import { decodeJson, decodeReply } from '../../service/decode-reply.ts';
import type { Tag } from '../../service/model.ts';
import { inferenceIdsOf, PAGE } from '../../service/row-requests.ts';
import { joinPages, markReferences } from '../../service/uploads.ts';
import type { Upload } from '../../service/uploads.ts';

const MOST_PAGES = 5;

export interface UploadsWanted {
  model: string;
  tags: readonly Tag[];
  /** Rows that the model is known to hold. */
  rows: number;
  /** Newest pages first, until one begins before this time. Absent: oldest pages first. */
  from?: number;
}

/** The payloads that were read, oldest first, and what is not known of them. */
export interface ReadUploads {
  uploads: Upload[];
  notices: string[];
}

/** So many rows are read in a step: a fifth of its time in the Go shell. */
const ROWS_A_STEP = 4000;

/** Rows by payload, read in steps: Java gives all rows at once. */
export function* readIds(request: Request): Operation<InferenceIds> {
  const { list, total } = decodeReply(request, yield* ask(request), decodeIdList);
  const parts: InferenceIds[] = [];
  for (let at = 0; at < list.length; at += ROWS_A_STEP) {
    parts.push(decodeJson(request, list.slice(at, at + ROWS_A_STEP), decodeInferenceIds));
    yield [];
  }
  return { payloads: joinPages(parts), total };
}

function lastPage(rows: number): number {
  return Math.max(0, Math.ceil(rows / PAGE) - 1);
}

interface Pages {
  /** In stored order. */
  pages: InferenceIds[];
  /** The first of all rows is among them. */
  fromFirst: boolean;
  /** There was more to read. */
  cut: boolean;
}

function* readPages({ model, rows, from }: UploadsWanted): Operation<Pages> {
  const newestFirst = from !== undefined;
  const pages: InferenceIds[] = [];
  let page = newestFirst ? lastPage(rows) : 0;
  let cut = true;
  for (let calls = 0; calls < MOST_PAGES; calls += 1) {
    const read = yield* readIds(inferenceIdsOf(model, page));
    if (newestFirst && calls === 0 && page !== lastPage(read.total)) {
      // Synthetic rows are counted elsewhere and are not in the list.
      page = lastPage(read.total);
      continue;
    }
    pages.push(read);
    page += newestFirst ? -1 : 1;
    cut = page >= 0 && page <= lastPage(read.total) && !(newestFirst && (read.payloads[0]?.time ?? from) < from);
    if (!cut) {
      break;
    }
  }
  return newestFirst ? { pages: pages.reverse(), fromFirst: page < 0, cut } : { pages, fromFirst: true, cut };
}

/**
 * The payloads of a Python model. Each page costs the service a walk through all rows, so at most five are read, one after
 * the other and only as far as needed.
 */
export function* readUploads(wanted: UploadsWanted): Operation<ReadUploads> {
  const { pages, fromFirst, cut } = yield* readPages(wanted);
  const { uploads, unknown, guessed } = markReferences(joinPages(pages), wanted.tags, fromFirst);
  const read = uploads.reduce((sum, { rows }) => sum + rows, 0);
  const end = wanted.from === undefined ? 'oldest' : 'newest';
  const notices = [
    ...(cut ? [`Only the ${end} ${formatCount(read)} rows of ${wanted.model} are read.`] : []),
    ...guessed.map((tag) => `Which rows are the reference ${tag} is guessed by their number.`),
    ...(fromFirst && !cut ? unknown : []).map(
      (tag) => `Which rows are the reference ${tag} cannot be told: the service lists them like inferences.`
    ),
  ];
  return { uploads, notices };
}
