import type { DataSet } from '../read/data-set.ts';
import type { Progress } from './analyst.ts';
import type { Answer, Question } from './questions.ts';

/** What the page says to the worker. */
export type ToWorker =
  { kind: 'open'; data: DataSet } | { kind: 'ask'; id: number; question: Question } | { kind: 'cancel'; id: number };

/** What the worker says to the page; `ready` once, when it has loaded. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'failed'; id: number; message: string };

/** Buffers of the typed arrays of a data set, each once: they are moved to the worker instead of copied. */
export function buffersOf(data: DataSet): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) {
        found.add(value.buffer);
      }
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  // Scores are objects of texts and numbers, a cell each: nothing to move, much to walk.
  [data.tables, data.counts, data.performance].forEach(visit);
  return [...found];
}
