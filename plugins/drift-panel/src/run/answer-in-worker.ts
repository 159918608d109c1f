import type { DataSet } from '../read/data-set.ts';
import type { Progress } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import { inSlices } from './in-slices.ts';
import { workOf } from './questions.ts';
import { inWords } from './in-words.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Between slices the worker hears of questions that nobody waits for any more. */
const SLICE_MS = 20;

/** The worker's side of the conversation: a function that takes what the page says. */
export function answerer(say: (message: FromWorker) => void): (message: ToWorker) => Promise<void> {
  let opened: DataSet | undefined;
  const running = new Map<number, AbortController>();
  const answer = async (id: number, work: ReturnType<typeof workOf>) => {
    const controller = new AbortController();
    running.set(id, controller);
    const onProgress = (progress: Progress) => say({ kind: 'progress', id, progress });
    try {
      say({ kind: 'answer', id, answer: await inSlices(work, { signal: controller.signal, onProgress }, SLICE_MS) });
    } catch (error) {
      if (!(error instanceof Cancelled)) {
        say({ kind: 'failed', id, message: inWords(error) });
      }
    } finally {
      running.delete(id);
    }
  };
  return async (message) => {
    switch (message.kind) {
      case 'open':
        opened = message.data;
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'ask':
        return opened
          ? answer(message.id, workOf(opened, message.question))
          : say({ kind: 'failed', id: message.id, message: 'There is no data yet.' });
    }
  };
}
