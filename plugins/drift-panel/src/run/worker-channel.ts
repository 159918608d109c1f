import type { Progress } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import type { Channel } from './channel.ts';
import type { Answer } from './questions.ts';
import { buffersOf, type FromWorker, type ToWorker } from './worker-messages.ts';

/** A worker that has not come by then never will: some content-security policies stop it without a word. */
const PATIENCE_MS = 5_000;

interface Pending {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
  onProgress: (progress: Progress) => void;
}

/**
 * Starts the worker and waits until it has loaded, so that no data is moved to one that never comes.
 * @throws where there are no workers, or the page may not have this one (content-security policy, other origin)
 */
export async function workerChannel(): Promise<Channel> {
  // The plugin's bundles are AMD modules; a worker has no loader for them, so it is built as a plain script, which finds the
  // files that it shares with the page beside itself.
  const worker = new Worker(
    /* webpackEntryOptions: { publicPath: 'auto', library: { type: 'var', name: 'driftWorker' } } */ new URL(
      './analysis.worker.ts',
      import.meta.url
    )
  );
  try {
    await loaded(worker);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return conversation(worker);
}

/** What of a worker is used: tests put a port in its place. */
export interface WorkerPort {
  postMessage: (message: ToWorker, move: ArrayBuffer[]) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

function loaded(worker: WorkerPort): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The worker did not start.')), PATIENCE_MS);
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(new Error(`The worker did not load: ${event.message}`));
    };
  });
}

/** Questions to a worker that has loaded, and its answers. */
export function conversation(worker: WorkerPort): Channel {
  const pending = new Map<number, Pending>();
  let last = 0;
  const say = (message: ToWorker, move: ArrayBuffer[] = []) => worker.postMessage(message, move);
  const stop = (error: Error) => {
    pending.forEach(({ reject }) => reject(error));
    pending.clear();
  };
  worker.onmessage = ({ data }) => hear(pending, data);
  worker.onerror = (event) => {
    event.preventDefault();
    stop(new Error(`The analysis stopped: ${event.message || 'its worker ended'}.`));
  };
  return {
    open: (data) => say({ kind: 'open', data }, buffersOf(data)),
    ask: (question, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        pending.set(id, { resolve, reject, onProgress });
        signal.addEventListener('abort', () => {
          if (pending.delete(id)) {
            say({ kind: 'cancel', id });
            reject(new Cancelled());
          }
        });
        say({ kind: 'ask', id, question });
      }),
    close: () => {
      stop(new Cancelled());
      worker.terminate();
    },
  };
}

function hear(pending: Map<number, Pending>, message: FromWorker): void {
  if (message.kind === 'ready') {
    return;
  }
  const waiting = pending.get(message.id);
  if (message.kind === 'progress') {
    waiting?.onProgress(message.progress);
    return;
  }
  pending.delete(message.id);
  if (message.kind === 'answer') {
    waiting?.resolve(message.answer);
  } else {
    waiting?.reject(new Error(message.message));
  }
}
