import type { Incident } from '../incident/state.ts';

/**
 * Seconds of the steps that an incident has behind it: `alert` from the first alert's start to its arrival, `start` from
 * there to the target's answer, `training` to its end, `resolved` to the last alert's end.
 */
export function stepsOf({ openedAt, alerts, run, closedAt }: Incident): Array<[string, number]> {
  const steps: Array<[string, number]> = [];
  const add = (step: string, from: number, to: number) => steps.push([step, Math.max(0, to - from) / 1000]);
  add('alert', Math.min(openedAt, ...alerts.map(({ startsAt }) => startsAt)), openedAt);
  if (run?.startedAt !== undefined) {
    add('start', openedAt, run.startedAt);
    if (run.endedAt !== undefined) {
      add('training', run.startedAt, run.endedAt);
      if (closedAt !== undefined) {
        add('resolved', run.endedAt, Math.max(...alerts.map(({ endsAt = closedAt }) => endsAt)));
      }
    }
  }
  return steps;
}
