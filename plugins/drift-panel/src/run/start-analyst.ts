import type { Analyst, Waiting } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import type { Channel } from './channel.ts';
import type { Answer, Question } from './questions.ts';
import { workerChannel } from './worker-channel.ts';

type Kind = Question['kind'];

/** Off the main thread where the page allows a worker, else in slices on it: those who ask see no difference. */
export function startAnalyst(): Analyst {
  // The analysis itself is no part of the first chunk: where a worker does it, the page never loads it.
  const channel = workerChannel().catch(async () => (await import('./sliced.ts')).slicedChannel());
  return analystOver(channel);
}

/** Questions to a channel that may be still to come. A new question of a kind takes the place of the one before. */
export function analystOver(coming: Promise<Channel>): Analyst {
  const asked = new Map<Kind, AbortController>();
  let closed = false;
  const ask = async <T>(question: Question, waiting: Waiting, take: (answer: Answer) => T | undefined): Promise<T> => {
    asked.get(question.kind)?.abort();
    const controller = new AbortController();
    asked.set(question.kind, controller);
    const stop = () => controller.abort();
    waiting.signal.addEventListener('abort', stop);
    try {
      const channel = await coming;
      if (controller.signal.aborted || waiting.signal.aborted || closed) {
        throw new Cancelled();
      }
      const answer = await channel.ask(question, { signal: controller.signal, onProgress: waiting.onProgress });
      const value = take(answer);
      if (value === undefined) {
        throw new Error(`Asked for the ${question.kind}, the analysis gave the ${answer.kind}.`);
      }
      return value;
    } finally {
      waiting.signal.removeEventListener('abort', stop);
    }
  };
  return {
    // Whoever asks afterwards hears of a channel that could not be had.
    open: (data) => void coming.then((channel) => closed || channel.open(data)).catch(() => undefined),
    report: (settings, waiting) =>
      ask({ kind: 'report', settings }, waiting, (answer) => (answer.kind === 'report' ? answer.value : undefined)),
    detail: (request, settings, waiting) =>
      ask({ kind: 'detail', request, settings }, waiting, (answer) =>
        answer.kind === 'detail' ? answer.value : undefined
      ),
    histories: (features, settings, waiting) =>
      ask({ kind: 'histories', features, settings }, waiting, (answer) =>
        answer.kind === 'histories' ? answer.value : undefined
      ),
    dossier: (settings, waiting) =>
      ask({ kind: 'dossier', settings }, waiting, (answer) => (answer.kind === 'dossier' ? answer.value : undefined)),
    profile: (side, settings, waiting) =>
      ask({ kind: 'profile', side, settings }, waiting, (answer) =>
        answer.kind === 'profile' ? answer.value : undefined
      ),
    close: () => {
      closed = true;
      void coming.then((channel) => channel.close()).catch(() => undefined);
    },
  };
}
