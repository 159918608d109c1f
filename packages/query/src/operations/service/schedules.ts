import { catalogue, entriesOf } from '../../catalogue/catalogue.ts';
import type { Dialect } from '../../catalogue/meaning.ts';
import { askAll } from '../../core/ask.ts';
import { attempt } from '../../core/attempt.ts';
import type { Operation, Reply, Request } from '../../core/io.ts';
import type { MetricKey } from '../../core/operations.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import { decodeSchedules } from '../../service/decode-schedules.ts';
import type { Detected, Schedule } from '../../service/model.ts';
import { ALL_SCHEDULES, schedulesOf } from '../../service/requests.ts';

/** Schedules as far as they could be read; a metric that failed does not hide the others. */
export interface ScheduleList {
  schedules: Schedule[];
  /** One sentence for each list that could not be read. */
  failures: string[];
}

/** Python lists two paths from one bucket (comparemeans and its alias), others apart; the id tells doubles. */
function endpointsOf(dialect: Dialect, metric?: MetricKey): string[] {
  const side = metric && catalogue[metric][dialect];
  const sides = metric ? (side ? [side] : []) : entriesOf(dialect).map(({ side }) => side);
  return sides.flatMap(({ endpoints, series }) => (series.length > 1 ? endpoints : endpoints.slice(0, 1)));
}

/**
 * The calls that list schedules. Java lists all in one call; Python has no such call (501), so every metric is asked.
 * @param metric only this one; absent: all
 */
export function scheduleRequests(service: Pick<Detected, 'dialect' | 'paths'>, metric?: MetricKey): Request[] {
  const { dialect, paths } = service;
  // Java's complete list carries the fitted reference samples, 55 kB a column; one metric's list does not.
  return dialect === 'java' && metric === undefined
    ? [ALL_SCHEDULES]
    : endpointsOf(dialect, metric)
        .filter((endpoint) => paths === undefined || paths.has(`${endpoint}/requests`))
        .map(schedulesOf);
}

/** The schedules in the replies to `scheduleRequests`. */
export function readSchedules(requests: readonly Request[], replies: readonly Reply[], dialect: Dialect): ScheduleList {
  const byId = new Map<string, Schedule>();
  const failures: string[] = [];
  replies.forEach((reply, i) => {
    const request = requests[i];
    if (request === undefined) {
      return;
    }
    if (reply.status === 404 && reply.error === undefined) {
      // Switched off by a feature flag, or not in this version.
      return;
    }
    const read = attempt(() => decodeReply(request, reply, (json) => decodeSchedules(json, dialect)));
    if ('failure' in read) {
      failures.push(read.failure);
      return;
    }
    for (const schedule of read.value) {
      byId.set(schedule.id, schedule);
    }
  });
  return { schedules: [...byId.values()], failures };
}

/**
 * Lists schedules, of one metric or all.
 * @param minAgeSeconds how old a list may be; absent: as `schedulesOf` says
 */
export function* listSchedules(
  service: Pick<Detected, 'dialect' | 'paths'>,
  metric?: MetricKey,
  minAgeSeconds?: number
): Operation<ScheduleList> {
  const lists = scheduleRequests(service, metric);
  const requests = minAgeSeconds === undefined ? lists : lists.map((list) => ({ ...list, minAgeSeconds }));
  return readSchedules(requests, yield* askAll(requests), service.dialect);
}
