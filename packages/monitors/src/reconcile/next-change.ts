import type { Schedule } from '@soundcheck/query';
import type { Comparison, UnwantedState } from './compare-schedules.ts';
import type { WantedSchedule } from './wanted-schedules.ts';

/** One change to a service. */
export type Change = { make: WantedSchedule } | { remove: Schedule };

/**
 * What may be deleted. "outdated": what was made for a monitor that changed, once its successor is there. "all": doubles and
 * what others made as well, of the plan's models and metrics.
 */
export type Prune = 'nothing' | 'outdated' | 'all';

/** Whether an unwanted schedule may be deleted. */
export function mayGo({ state }: UnwantedState, prune: Prune): boolean {
  return prune === 'all' ? state !== 'unwatched' : prune === 'outdated' && state === 'outdated';
}

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
 */
export function nextChange(
  comparison: Comparison,
  prune: Prune,
  tried: { has(key: string): boolean }
): Change | undefined {
  const { wanted, unwanted } = comparison;
  const pairOf = ({ model, metric }: Pick<Schedule, 'model' | 'metric'>) => JSON.stringify([model, metric]);
  const lacking = new Set(wanted.flatMap(({ state, wanted: make }) => (state === 'missing' ? [pairOf(make)] : [])));
  const removable = unwanted.filter((one) => mayGo(one, prune) && !lacking.has(pairOf(one.schedule)));
  const replaceable = wanted.flatMap(({ state, schedule, own }) =>
    state === 'other limit' && schedule && (prune === 'all' || (prune === 'outdated' && own)) ? [schedule] : []
  );
  const changes: Change[] = [
    ...replaceable.map((schedule) => ({ remove: schedule })),
    ...wanted.flatMap(({ state, wanted: make }) => (state === 'missing' ? [{ make }] : [])),
    ...removable.map(({ schedule }) => ({ remove: schedule })),
  ];
  return changes.find((change) => !tried.has(changeKey(change)));
}
