import type { DataSet } from '../read/data-set.ts';
import type { Waiting } from './analyst.ts';
import type { Answer, Question } from './questions.ts';

/** A place where questions are worked on: a worker, or this thread. */
export interface Channel {
  /** Takes the data over. */
  open: (data: DataSet) => void;
  /** @throws Cancelled when the signal says so; an Error with a sentence when the work fails */
  ask: (question: Question, waiting: Waiting) => Promise<Answer>;
  close: () => void;
}
