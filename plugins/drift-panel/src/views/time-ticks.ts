import { dateTimeForTimeZone, dateTimeFormat } from '@grafana/data';

export interface TimeTick {
  time: number;
  text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps a reader knows; days are counted on the calendar, since a day may have 23 or 25 hours. */
const STEPS = [1, 5, 15, 30]
  .map((n) => n * MINUTE)
  .concat(
    [1, 3, 6, 12].map((n) => n * HOUR),
    [1, 2, 3, 4, 7, 14, 28].map((n) => n * DAY)
  );

/**
 * Round times of the panel's time zone between two instants.
 * @param room how many labels fit
 */
export function timeTicks(from: number, to: number, room: number, timeZone: string): TimeTick[] {
  const span = to - from;
  if (!(span > 0) || room < 1) {
    return [];
  }
  const step = STEPS.find((candidate) => span / candidate <= room) ?? Math.ceil(span / room / DAY) * DAY;
  const format = step >= DAY ? (span > 15 * DAY ? 'D MMM' : 'ddd D') : 'HH:mm';
  const ticks: TimeTick[] = [];
  const midnight = dateTimeForTimeZone(timeZone, from).startOf('day');
  for (let at = midnight; at.valueOf() <= to; at = at.add(step >= DAY ? step / DAY : 1, 'd')) {
    const inDay = step >= DAY ? [0] : Array.from({ length: Math.floor(DAY / step) }, (_, k) => k * step);
    for (const offset of inDay) {
      const time = at.valueOf() + offset;
      if (time >= from && time <= to && time > (ticks[ticks.length - 1]?.time ?? -Infinity)) {
        const isMidnight = offset === 0 && step < DAY;
        ticks.push({ time, text: dateTimeFormat(time, { timeZone, format: isMidnight ? 'ddd D' : format }) });
      }
    }
  }
  return ticks;
}
