import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from '../sentence.ts';

/** One line of the check. */
export interface Finding {
  what: string;
  state: 'ok' | 'failed' | 'absent';
  detail: string;
}

/**
 * Does a check again and again until it holds: parts that have just started need a scrape or an evaluation first.
 * @param look its result is the detail; it throws where the check does not hold
 */
export async function finding(what: string, look: () => Promise<string>, patienceMs = 45_000): Promise<Finding> {
  const deadline = Date.now() + patienceMs;
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
}

/** Throws the sentence where the condition does not hold. */
export function must(condition: boolean, sentence: string): void {
  if (!condition) {
    throw new Error(sentence);
  }
}
