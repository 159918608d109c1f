import type { InferenceIds, Payload } from './decode-inference-ids.ts';
import type { Tag } from './model.ts';

/** A payload, and what it is. */
export interface Upload extends Payload {
  /** The reference that it is. Absent: inferences. */
  tag?: string;
}

/** What is known of the references among the rows. */
export interface MarkedUploads {
  uploads: Upload[];
  /** Reference tags whose rows cannot be told from inferences. */
  unknown: string[];
  /** Reference tags that were found by their number of rows, where other payloads had as many. */
  guessed: string[];
}

/** Pages that follow each other as one list: a payload may go on over a page's end. */
export function joinPages(pages: readonly InferenceIds[]): Payload[] {
  const all: Payload[] = [];
  for (const { payloads } of pages) {
    const [first, ...rest] = payloads;
    const last = all[all.length - 1];
    if (first && last?.id === first.id && last.time === first.time) {
      all[all.length - 1] = { ...last, rows: last.rows + first.rows };
    } else if (first) {
      all.push(first);
    }
    for (const payload of rest) {
      all.push(payload);
    }
  }
  return all;
}

/** The payloads from the first on that hold this many rows together. */
function firstOnes(uploads: readonly Upload[], rows: number): Upload[] {
  let sum = 0;
  const end = uploads.findIndex((upload) => {
    sum += upload.rows;
    return sum >= rows;
  });
  return sum === rows ? uploads.slice(0, end + 1) : [];
}

/**
 * Finds the reference uploads among the payloads, since the service lists them with the inferences and names no tag: the
 * oldest payload with as many rows as the tag has, else the first payloads of all that together have as many.
 * @param fromFirst the payloads begin with the first that the service stored
 */
export function markReferences(payloads: readonly Payload[], tags: readonly Tag[], fromFirst: boolean): MarkedUploads {
  const marked: MarkedUploads = { uploads: payloads.map((payload) => ({ ...payload })), unknown: [], guessed: [] };
  for (const { name, rows } of tags.filter(({ kind, rows }) => kind === 'reference' && rows > 0)) {
    const free = marked.uploads.filter(({ tag }) => tag === undefined);
    const [only, second] = free.filter((upload) => upload.rows === rows);
    const found = only ? [only] : fromFirst && free[0] === marked.uploads[0] ? firstOnes(free, rows) : [];
    if (found.length === 0) {
      marked.unknown.push(name);
    } else if (second !== undefined || found.length > 1) {
      marked.guessed.push(name);
    }
    for (const upload of found) {
      upload.tag = name;
    }
  }
  return marked;
}
