import { answerer } from './answer-in-worker.ts';
import type { ToWorker } from './worker-messages.ts';

/** Runs in a worker of its own: reads nothing but messages. */
const answer = answerer((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => void answer(data);
self.postMessage({ kind: 'ready' });
