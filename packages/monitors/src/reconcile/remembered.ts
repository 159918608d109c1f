import { isMetricKey } from '@soundcheck/query';
import type { ScheduleRequest } from '@soundcheck/query';
import * as v from 'valibot';

/**
 * What was asked when each schedule was made, by namespace and the service's id: Python's lists leave out names, limits
 * and groups. Version 1.
 */
export type Remembered = Map<string, Map<string, ScheduleRequest>>;

const request = v.object({
  model: v.string(),
  metric: v.custom<ScheduleRequest['metric']>((text) => typeof text === 'string' && isMetricKey(text)),
  requestName: v.string(),
  batchSize: v.number(),
  referenceTag: v.optional(v.string()),
  features: v.optional(v.array(v.string())),
  alpha: v.optional(v.number()),
  fairness: v.optional(
    v.object({
      protectedAttribute: v.string(),
      privileged: v.number(),
      unprivileged: v.number(),
      outcome: v.string(),
      favorable: v.number(),
    })
  ),
});

const file = v.object({
  soundcheck: v.literal('schedules'),
  version: v.literal(1),
  namespaces: v.record(v.string(), v.record(v.string(), request)),
});

/** The text of a state file. Sorted, so that equal states are equal bytes. */
export function encodeRemembered(remembered: Remembered): string {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const namespaces = Object.fromEntries(
    sorted(remembered)
      .filter(([, schedules]) => schedules.size > 0)
      .map(([name, schedules]) => [name, Object.fromEntries(sorted(schedules))])
  );
  return `${JSON.stringify({ soundcheck: 'schedules', version: 1, namespaces }, null, 2)}\n`;
}

/** A state file's content, or why it is none: one clause, for a sentence. */
export function decodeRemembered(text: string): Remembered | { wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { wrong: 'it is no JSON' };
  }
  const read = v.safeParse(file, json);
  if (!read.success) {
    const [issue] = read.issues;
    return { wrong: `${v.getDotPath(issue) ?? 'its content'}: ${issue.message}` };
  }
  return new Map(
    Object.entries(read.output.namespaces).map(([name, schedules]) => [name, new Map(Object.entries(schedules))])
  );
}
