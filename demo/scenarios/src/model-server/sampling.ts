import { minuteMs } from '../scenario.ts';
import { count, noRequests } from './tally.ts';
import { serve } from './serve.ts';
import type { Scenario } from '../scenario.ts';
import type { Totals } from './tally.ts';

/** What a scrape at one moment would have seen. */
export interface Sample {
  /** Epoch milliseconds. */
  at: number;
  totals: Totals;
  /** Inputs of the latest request; absent before the first. */
  inputs?: number[];
}

/** Prometheus looks back 5 minutes for a sample, and rate() over 5 minutes needs two of them: 2 minutes give both. */
export const sampleEveryMs = 2 * minuteMs;

/** The week as seen by scrapes at a fixed step, the last one exactly at `nowMs`. */
export function samples(scenario: Scenario, nowMs: number): Sample[] {
  const totals = noRequests();
  const taken: Sample[] = [];
  let served = 0;
  for (let back = Math.floor(-scenario.startMs / sampleEveryMs); back >= 0; back -= 1) {
    const offsetMs = -back * sampleEveryMs;
    while (served < scenario.history.length && (scenario.history[served]?.offsetMs ?? 1) <= offsetMs) {
      count(totals, serve(scenario.seed, served));
      served += 1;
    }
    const latest = scenario.history[served - 1];
    taken.push({ at: nowMs + offsetMs, totals: structuredClone(totals), ...(latest ? { inputs: latest.inputs } : {}) });
  }
  return taken;
}
