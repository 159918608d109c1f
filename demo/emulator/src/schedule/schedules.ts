export interface Schedule<Request> {
  id: string;
  request: Request;
}

/** Scheduled requests, in buckets by metric name, in the order they were made. They die with the process. */
export class Schedules<Request extends { modelId: string }> {
  private readonly buckets = new Map<string, Map<string, Schedule<Request>>>();

  add(bucket: string, schedule: Schedule<Request>): void {
    const schedules = this.buckets.get(bucket) ?? new Map<string, Schedule<Request>>();
    this.buckets.set(bucket, schedules);
    schedules.set(schedule.id, schedule);
  }

  /** Removes the schedule if it is in this bucket; tells whether it was. */
  remove(bucket: string, id: string): boolean {
    return this.buckets.get(bucket)?.delete(id) ?? false;
  }

  of(bucket: string): Schedule<Request>[] {
    return [...(this.buckets.get(bucket)?.values() ?? [])];
  }

  all(): Schedule<Request>[] {
    return [...this.buckets.keys()].flatMap((bucket) => this.of(bucket));
  }

  forModel(modelId: string): Schedule<Request>[] {
    return this.all().filter((schedule) => schedule.request.modelId === modelId);
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
