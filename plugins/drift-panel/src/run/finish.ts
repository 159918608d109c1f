import type { Work } from './analyst.ts';

/** Runs work to its end at once, for tests and for Node. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}
