import type { Browser, Page } from '@playwright/test';

/** The longest task of the page's main thread, in milliseconds. */
export interface LongestTask {
  /** The thread's own time: what it takes where nothing else runs on the machine. */
  cpu: number;
  /** By the clock. */
  wall: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: by the clock, and of the thread. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Watches the tasks of the page's main thread while something is done. */
export async function watchTasks<T>(browser: Browser, page: Page, work: () => Promise<T>): Promise<[T, LongestTask]> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const result = await work();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  return [result, longestTask(trace.traceEvents)];
}

export function longestTask(events: readonly TraceEvent[]): LongestTask {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`)
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mains.has(`${pid}:${tid}`)
  );
  const longest = (of: (task: TraceEvent) => number | undefined) =>
    Math.max(0, ...tasks.map((t) => (of(t) ?? 0) / 1000));
  return { cpu: longest(({ tdur }) => tdur), wall: longest(({ dur }) => dur) };
}
