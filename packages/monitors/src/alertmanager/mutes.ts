import type { Mute } from '../contract.ts';

/** Alertmanager's form of a window, which Grafana's files share. */
export function timeInterval(mute: Mute) {
  return {
    ...(mute.times ? { times: mute.times.map(({ start, end }) => ({ start_time: start, end_time: end })) } : {}),
    ...(mute.weekdays ? { weekdays: mute.weekdays } : {}),
    ...(mute.daysOfMonth ? { days_of_month: mute.daysOfMonth } : {}),
    ...(mute.monthsOfYear ? { months: mute.monthsOfYear } : {}),
    location: mute.location,
  };
}

/** "1:5" or "-1" as AlertmanagerConfig has it. */
function dayRange(text: string): { start: number; end: number } {
  const [start = '', end = start] = text.split(':');
  return { start: Number(start), end: Number(end) };
}

/** AlertmanagerConfig knows no time zones: only windows in UTC can be said there. */
export function inUtc(mute: Mute): boolean {
  return ['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT'].includes(mute.location);
}

/** AlertmanagerConfig's form of a window in UTC. */
export function namedTimeInterval(mute: Mute) {
  return {
    name: mute.name,
    timeIntervals: [
      {
        ...(mute.times ? { times: mute.times.map(({ start, end }) => ({ startTime: start, endTime: end })) } : {}),
        ...(mute.weekdays ? { weekdays: mute.weekdays } : {}),
        ...(mute.daysOfMonth ? { daysOfMonth: mute.daysOfMonth.map(dayRange) } : {}),
        ...(mute.monthsOfYear ? { months: mute.monthsOfYear } : {}),
      },
    ],
  };
}
