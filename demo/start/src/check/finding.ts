import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from '../sentence.ts';

/** One line of the check. */
export interface Finding {
  what: string;
  state: 'ok' | 'failed' | 'absent';
  detail: string;
}

/** Does one check. Its `look` returns the detail, and throws where the check does not hold. */
export type Find = (what: string, look: () => Promise<string>) => Promise<Finding>;

/**
 * Checks that are done again and again until they hold: parts that have just started need a scrape or an evaluation
 * first. After the deadline, which all share, a failure is one.
 * @param deadline epoch milliseconds
 */
export function findUntil(deadline: number): Find {
  return async (what, look) => {
    for (;;) {
      try {
        return { what, state: 'ok', detail: await look() };
      } catch (error) {
        if (Date.now() > deadline) {
          return { what, state: 'failed', detail: wordsOf(error) };
        }
      }
      await sleep(1000);
    }
  };
}

/** Throws the sentence where the condition does not hold. */
export function must(condition: boolean, sentence: string): void {
  if (!condition) {
    throw new Error(sentence);
  }
}
