import type { InferenceIds } from './decode-inference-ids.ts';
import type { Tag } from './model.ts';

/** Rows that came in one payload of the Python service: they share the part of their id before the last underscore. */
export interface Upload {
  time: number;
  rows: number;
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

/** Rows in stored order, payload by payload. */
export function uploadsOf({ ids, times }: Pick<InferenceIds, 'ids' | 'times'>): Upload[] {
  const uploads: Upload[] = [];
  let before: string | undefined;
  ids.forEach((id, i) => {
    const payload = id.slice(0, Math.max(0, id.lastIndexOf('_')));
    const last = uploads[uploads.length - 1];
    if (last !== undefined && payload === before) {
      last.rows += 1;
    } else {
      uploads.push({ time: times[i] ?? NaN, rows: 1 });
    }
    before = payload;
  });
  return uploads;
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
export function markReferences(uploads: readonly Upload[], tags: readonly Tag[], fromFirst: boolean): MarkedUploads {
  const marked: MarkedUploads = { uploads: uploads.map((upload) => ({ ...upload })), unknown: [], guessed: [] };
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
