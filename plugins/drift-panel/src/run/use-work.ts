import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, Waiting } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import { inWords } from './in-words.ts';

/** Long work as a component sees it. */
export interface Running<T> {
  /** The last result, also while the next is worked on. */
  result?: T;
  /** Set while work goes on. */
  progress?: Progress;
  /** One sentence; gone with the next attempt. */
  failure?: string;
  /** The viewer stopped it. */
  stopped: boolean;
  cancel: () => void;
  /** Does it again. */
  retry: () => void;
}

type State<T> = Pick<Running<T>, 'result' | 'progress' | 'failure' | 'stopped'>;

const WAITING: Progress = { share: 0, doing: '' };
/** Telling more often would draw more than it informs. */
const TELL_EVERY_MS = 100;

/**
 * Does the work that `start` begins, anew whenever `start` is another function; undefined: nothing to do. Work that is
 * under way when the next begins is cancelled, and its result never seen.
 */
export function useWork<T>(start: ((waiting: Waiting) => Promise<T>) | undefined): Running<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>({ stopped: false });
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    if (!start) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    void follow(start, controller.signal, (change) => setState((now) => ({ ...now, ...change })));
    return () => {
      controller.abort();
      setState(({ result }) => ({ result, stopped: false }));
    };
  }, [start, attempt]);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState(({ result }) => ({ result, stopped: true }));
  }, []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, cancel, retry };
}

async function follow<T>(
  start: (waiting: Waiting) => Promise<T>,
  signal: AbortSignal,
  tell: (change: Partial<State<T>>) => void
): Promise<void> {
  let told = performance.now();
  const onProgress = (progress: Progress) => {
    if (!signal.aborted && performance.now() - told >= TELL_EVERY_MS) {
      told = performance.now();
      tell({ progress });
    }
  };
  tell({ progress: WAITING, failure: undefined, stopped: false });
  try {
    const result = await start({ signal, onProgress });
    if (!signal.aborted) {
      // A result changes the whole picture: React may draw it in slices, too.
      startTransition(() => tell({ result, progress: undefined }));
    }
  } catch (error) {
    if (!signal.aborted) {
      tell({ progress: undefined, ...(!(error instanceof Cancelled) && { failure: inWords(error) }) });
    }
  }
}
