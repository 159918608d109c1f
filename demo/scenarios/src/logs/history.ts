import { minuteMs } from '../scenario.ts';
import { requestLines, waitedMs } from './request-lines.ts';
import { serve } from '../model-server/serve.ts';
import type { Scenario } from '../scenario.ts';
import type { LogLine } from './envelope.ts';
import type { Source } from './pods.ts';

/** Requests that are logged at most: a file of the user's own may have millions of rows. */
const mostRequests = 12_000;

/** What somebody once wrote into the log by hand, to find it again. */
export const unicorns = { text: '🦄🦄🦄🦄', count: 5, before: 30 * minuteMs };

/** How many of each are in the week's logs: what queries over them must find. */
export interface LogCounts {
  /** One request in so many is logged. */
  oneIn: number;
  lines: Record<Source, number>;
  /** Answers of the user interface by status. */
  statuses: Record<'200' | '503', number>;
  /** Of all answers, in milliseconds; quantiles interpolate linearly between the two next. */
  waitedMs: { sum: number; max: number; p50: number; p90: number; p99: number };
  /** Lines with a request's whole body. */
  bodies: number;
  unicorns: number;
  /** Warnings of TrustyAI. */
  warnings: number;
}

/** The week's logs in order of time, and what there is to find in them. */
export function historyLogs(scenario: Scenario, nowMs: number): { lines: LogLine[]; counts: LogCounts } {
  const step = Math.max(1, Math.ceil(scenario.history.length / mostRequests));
  const logged = scenario.history.map((row, index) => ({ row, index })).filter(({ index }) => index % step === 0);
  const lines = logged.flatMap(({ row, index }) => requestLines(scenario, { at: nowMs + row.offsetMs, index, row }));
  for (let k = 0; k < unicorns.count; k += 1) {
    const at = nowMs - unicorns.before + k * 1000;
    lines.push({ at, from: 'ui', level: 'default', message: unicorns.text });
  }
  // An answer comes after its request, and may come after the next one.
  lines.sort((a, b) => a.at - b.at);
  const waits = logged.flatMap(({ index }) => [
    waitedMs(scenario.seed, index),
    ...(serve(scenario.seed, index).failedBefore ? [waitedMs(scenario.seed, -1 - index)] : []),
  ]);
  return { lines, counts: { oneIn: step, ...counted(lines, logged.length), waitedMs: summary(waits) } };
}

function counted(lines: LogLine[], served: number): Omit<LogCounts, 'oneIn' | 'waitedMs'> {
  const of = (from: Source) => lines.filter((line) => line.from === from).length;
  const warnings = lines.filter(({ from, level }) => from === 'trustyai' && level === 'warn').length;
  return {
    lines: { model: of('model'), ui: of('ui'), trustyai: of('trustyai') },
    statuses: { '200': served, '503': warnings },
    bodies: served + warnings,
    unicorns: unicorns.count,
    warnings,
  };
}

function summary(given: number[]): LogCounts['waitedMs'] {
  const sorted = [...given].sort((a, b) => a - b);
  const quantile = (share: number) => {
    const rank = share * (sorted.length - 1);
    const [low = NaN, high = low] = sorted.slice(Math.floor(rank), Math.floor(rank) + 2);
    return low + (high - low) * (rank - Math.floor(rank));
  };
  return {
    sum: sorted.reduce((sum, ms) => sum + ms, 0),
    max: sorted.at(-1) ?? NaN,
    p50: quantile(0.5),
    p90: quantile(0.9),
    p99: quantile(0.99),
  };
}
