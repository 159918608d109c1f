import type { MetricRequest } from '../metrics/metric-request.ts';

export interface Schedule {
  id: string;
  request: MetricRequest;
}

/** Scheduled requests, in buckets by metric name, in the order they were made. They die with the process. */
export class Schedules {
  private readonly buckets = new Map<string, Map<string, Schedule>>();

  add(bucket: string, schedule: Schedule): void {
    const schedules = this.buckets.get(bucket) ?? new Map<string, Schedule>();
    this.buckets.set(bucket, schedules);
    schedules.set(schedule.id, schedule);
  }

  /** Removes the schedule if it is in this bucket. */
  remove(bucket: string, id: string): void {
    this.buckets.get(bucket)?.delete(id);
  }

  of(bucket: string): Schedule[] {
    return [...(this.buckets.get(bucket)?.values() ?? [])];
  }

  forModel(modelId: string): Schedule[] {
    return [...this.buckets.keys()]
      .flatMap((bucket) => this.of(bucket))
      .filter((schedule) => schedule.request.modelId === modelId);
  }

  /** Schedules a metric, metrics without one left out. */
  counts(modelId: string): Record<string, number> {
    const counts = [...this.buckets.keys()].map((bucket): [string, number] => [
      bucket,
      this.of(bucket).filter((schedule) => schedule.request.modelId === modelId).length,
    ]);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }
}
