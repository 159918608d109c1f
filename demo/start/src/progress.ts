import { lastLines } from './run/log-tail.ts';

/** Prints a line for people. */
export type Say = (line: string) => void;

export const say: Say = (line) => console.log(line);

const firstAfterMs = 2000;
const everyMs = 10_000;

export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Runs a step and prints one line when it is done; a step of over two seconds says before that it is at work, and goes
 * on saying so.
 * @param log a log whose last line is shown with the progress
 */
export async function step<T>(what: string, work: () => Promise<T>, log?: string): Promise<T> {
  const began = Date.now();
  const tell = () => {
    const last = log ? lastLines(log, 1)[0] : undefined;
    say(`  ${what} ... ${seconds(began)}${last ? `  ${last.slice(0, 100)}` : ''}`);
  };
  let repeat: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    repeat = setInterval(tell, everyMs);
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
