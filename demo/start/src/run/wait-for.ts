import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence, wordsOf } from '../sentence.ts';
import { lastWords } from './log-tail.ts';
import type { Child } from './children.ts';

/** Fetches `url`; throws where there is no answer or its status is not 2xx. */
export async function getText(url: string, timeoutMs = 5000): Promise<string> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${url} answered ${reply.status}: ${text.slice(0, 200)}`);
  }
  return text;
}

/**
 * Waits until `url` answers with 2xx.
 * @throws Sentence where the process ends first or the time is over
 */
export async function waitForUrl(child: Child, url: string, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (child.outcome !== undefined) {
      throw new Sentence(`${child.name} ended before it was ready (${child.outcome}). ${lastWords(child.log)}`);
    }
    try {
      await getText(url);
      if (child.outcome === undefined) {
        return;
      }
      // Another program answers there.
    } catch (error) {
      last = wordsOf(error);
    }
    await sleep(100);
  }
  throw new Sentence(`${child.name} was not ready within ${seconds} s (${last}). ${lastWords(child.log)}`);
}
