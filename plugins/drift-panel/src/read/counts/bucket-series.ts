import type { Labels } from '@grafana/data';
import type { Sides } from '../sides.ts';

/** One cell of a feature over time: one series of Prometheus. */
export interface Bucket {
  start: number;
  end: number;
  category: string | undefined;
  /** Epoch ms; NaN where the data has no time. */
  times: ArrayLike<number>;
  /** NaN: no sample. */
  values: ArrayLike<number>;
}

/** The cells of one feature that were counted together: of one instance, side and so on. */
export interface BucketSeries {
  feature: string;
  labels: Labels;
  sides: Sides;
  /** The values only grow, apart from resets: what counts is their increase between samples. */
  counter: boolean;
  /** Each bucket counts those below it as well, as `le` does; ascending by end. */
  cumulative: boolean;
  buckets: Bucket[];
}

/** In order of their ends; one that is known by its end alone begins where the one before ends, the first at −∞. */
export function inOrder(series: BucketSeries): BucketSeries {
  const sorted = [...series.buckets].sort((a, b) => a.end - b.end);
  return {
    ...series,
    buckets: sorted.map((bucket, i) =>
      Number.isNaN(bucket.start) && bucket.category === undefined
        ? { ...bucket, start: sorted[i - 1]?.end ?? -Infinity }
        : bucket
    ),
  };
}

/** Samples of all buckets on common times: `values[time × buckets + bucket]`, NaN where there is none. */
export interface Samples {
  times: Float64Array;
  values: Float64Array;
}

export function samplesOf({ buckets }: BucketSeries): Samples {
  const times = Float64Array.from(new Set(buckets.flatMap((bucket) => Array.from(bucket.times)))).sort();
  const place = new Map(Array.from(times, (time, i): [number, number] => [time, i]));
  const values = new Float64Array(times.length * buckets.length).fill(NaN);
  buckets.forEach((bucket, b) => {
    for (let i = 0; i < bucket.times.length; i++) {
      const at = place.get(bucket.times[i] ?? NaN) ?? 0;
      values[at * buckets.length + b] = bucket.values[i] ?? NaN;
    }
  });
  return { times, values };
}

/**
 * Makes cumulative counts of one moment ascend: a bucket that lacks a sample, or is below the one before, is raised to
 * it, as `histogram_quantile` of Prometheus does.
 * @returns whether any fell by more than rounding
 */
export function raise(row: Float64Array): boolean {
  let before = 0;
  let fell = false;
  for (let i = 0; i < row.length; i++) {
    const value = row[i] ?? NaN;
    if (value >= before) {
      before = value;
    } else {
      fell ||= value < before - 1e-12 * Math.abs(before);
      row[i] = before;
    }
  }
  return fell;
}

/** Increase of counters since the sample before; where one fell, the process began anew and all count from 0. */
export function increase(row: Float64Array, before: Float64Array): Float64Array {
  const reset = row.some((value, i) => value < (before[i] ?? 0));
  return row.map((value, i) => (reset ? value : value - (before[i] ?? 0)));
}
