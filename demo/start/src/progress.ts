import { lastLines } from './run/log-tail.ts';

/** Prints a line for people. */
export type Say = (line: string) => void;

export const say: Say = (line) => console.log(line);

const firstAfterMs = 2000;
const everyMs = 10_000;
const everyMsInBackground = 30_000;

export interface StepOptions {
  /** A log whose last line is shown with the progress. */
  log?: string;
  /** Nobody waits for it: it tells less often. */
  background?: boolean;
}

export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Runs a step and prints one line when it is done; a step of over two seconds says before that it is at work, and goes
 * on saying so.
 */
export async function step<T>(what: string, work: () => Promise<T>, options: StepOptions = {}): Promise<T> {
  const { log, background = false } = options;
  const began = Date.now();
  const tell = () => {
    const last = log ? lastLines(log, 1)[0] : undefined;
    say(`  ${what} ... ${seconds(began)}${last ? `  ${last.slice(0, 100)}` : ''}`);
  };
  let repeat: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    repeat = setInterval(tell, background ? everyMsInBackground : everyMs);
  }, firstAfterMs);
  try {
    const result = await work();
    say(`  ${what}: ${seconds(began)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(repeat);
  }
}
