import { bucketBounds } from './families.ts';
import type { DurationName } from './families.ts';
import type { Served } from './serve.ts';

export interface Histogram {
  /** Observations at or below each bound of `bucketBounds`. */
  cumulative: number[];
  sum: number;
  count: number;
}

export interface Totals {
  success: number;
  fail: number;
  durations: Record<DurationName, Histogram>;
}

function emptyHistogram(): Histogram {
  return { cumulative: bucketBounds.map(() => 0), sum: 0, count: 0 };
}

export function noRequests(): Totals {
  return {
    success: 0,
    fail: 0,
    durations: { request: emptyHistogram(), inference: emptyHistogram(), wait: emptyHistogram() },
  };
}

/** Adds one served request to the totals, in place. */
export function count(totals: Totals, served: Served): void {
  totals.success += 1;
  totals.fail += served.failedBefore ? 1 : 0;
  for (const name of ['request', 'inference', 'wait'] as const) {
    const histogram = totals.durations[name];
    const value = served.durations[name];
    histogram.sum += value;
    histogram.count += 1;
    bucketBounds.forEach((bound, k) => {
      if (value <= bound) {
        histogram.cumulative[k] = (histogram.cumulative[k] ?? 0) + 1;
      }
    });
  }
}
