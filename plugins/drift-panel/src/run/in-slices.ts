import type { Waiting, Work } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import { pause } from './pause.ts';

/**
 * Does work in slices of about `ms`; between them messages, input and drawing have their turn.
 * @throws Cancelled once the signal says so, at the end of a slice
 */
export async function inSlices<T>(work: Work<T>, { signal, onProgress }: Waiting, ms: number): Promise<T> {
  for (;;) {
    await pause();
    if (signal.aborted) {
      throw new Cancelled();
    }
    const end = performance.now() + ms;
    let step = work.next();
    while (!step.done && performance.now() < end) {
      step = work.next();
    }
    if (step.done) {
      return step.value;
    }
    onProgress(step.value);
  }
}
