import type { Schedule } from '@soundcheck/query';
import type { Comparison } from './compare-schedules.ts';
import type { WantedSchedule } from './wanted-schedules.ts';

/** One change to a service. */
export type Change = { make: WantedSchedule } | { remove: Schedule };

/** What tells a change from others in a set. */
export function changeKey(change: Change): string {
  if ('remove' in change) {
    return `remove ${change.remove.id}`;
  }
  const { monitor, features = [] } = change.make;
  return JSON.stringify(['make', monitor, features]);
}

/**
 * The next change that brings a service closer to the plan, of those not yet tried; undefined where there is none. What is
 * missing is made before what is outdated goes, so that numbers do not pause, and stays where its successor could not be
 * made; only a schedule with another limit goes first, as two of one number are one too many.
 * @param prune whether outdated, double and foreign schedules may go
 */
export function nextChange(
  comparison: Comparison,
  prune: boolean,
  tried: { has(key: string): boolean }
): Change | undefined {
  const { wanted, unwanted } = comparison;
  const pairOf = ({ model, metric }: Pick<Schedule, 'model' | 'metric'>) => JSON.stringify([model, metric]);
  const lacking = new Set(wanted.flatMap(({ state, wanted: make }) => (state === 'missing' ? [pairOf(make)] : [])));
  const removable = unwanted.filter(({ state, schedule }) => state !== 'unwatched' && !lacking.has(pairOf(schedule)));
  const changes: Change[] = [
    ...wanted.flatMap(({ state, schedule }) =>
      prune && state === 'other limit' && schedule ? [{ remove: schedule }] : []
    ),
    ...wanted.flatMap(({ state, wanted: make }) => (state === 'missing' ? [{ make }] : [])),
    ...(prune ? removable.map(({ schedule }) => ({ remove: schedule })) : []),
  ];
  return changes.find((change) => !tried.has(changeKey(change)));
}
