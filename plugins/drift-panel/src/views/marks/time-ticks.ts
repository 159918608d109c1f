import { dateTimeForTimeZone, dateTimeFormat, systemDateFormats } from '@grafana/data';

export interface TimeTick {
  /** Epoch ms. */
  time: number;
  text: string;
}

type Unit = 'minute' | 'day' | 'month';

interface Step {
  unit: Unit;
  every: number;
  /** Shortest length, ms. */
  ms: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Up to here a weekday with its day of the month is no riddle. */
const WEEKDAYS = 15 * DAY;
/** Of 1970-01-05, the first Monday. */
const MONDAY = 4;
/** Minutes. Time zones change their clocks by half an hour at least (Lord Howe). */
const CLOCK_CHANGE = 30;

const steps = (unit: Unit, ms: number, every: number[]): Step[] => every.map((n) => ({ unit, every: n, ms: n * ms }));

/** Steps that a reader knows. Days and months are counted on the calendar: a day may have 23 or 25 hours. */
const STEPS: Step[] = [
  ...steps('minute', MINUTE, [1, 5, 15, 30, 60, 180, 360, 720]),
  ...steps('day', DAY, [1, 2, 4, 7, 14]),
  ...steps('month', 30 * DAY, [1, 3, 6, 12, 24, 60, 120]),
];

/** What the clock on the wall shows, as ms since 1970 on that clock. */
function wallClock(time: number, timeZone: string): number {
  return time + dateTimeForTimeZone(timeZone, time).utcOffset() * MINUTE;
}

/** Instants at which the clock of the zone shows a multiple of the step. */
function ofClock(from: number, to: number, { every, ms }: Step, timeZone: string): number[] {
  const times: number[] = [];
  const stride = Math.min(every, CLOCK_CHANGE) * MINUTE;
  for (let time = dateTimeForTimeZone(timeZone, from).startOf('hour').valueOf(); time <= to; time += stride) {
    const last = times[times.length - 1];
    // An hour that comes twice gets its second tick only where both have room.
    const isApart = last === undefined || time - last >= ms * 0.75;
    if (time >= from && isApart && wallClock(time, timeZone) % (every * MINUTE) === 0) {
      times.push(time);
    }
  }
  return times;
}

/** Starts of days or months, every second or third of them at the same dates whatever the range. */
function ofCalendar(from: number, to: number, { unit, every }: Step, timeZone: string): number[] {
  const times: number[] = [];
  const calendar = unit === 'day' ? 'day' : 'month';
  let at = dateTimeForTimeZone(timeZone, from).startOf(calendar);
  while (at.valueOf() <= to) {
    const time = at.valueOf();
    const wall = new Date(wallClock(time, timeZone));
    const number =
      unit === 'day' ? Math.floor(wall.getTime() / DAY) - MONDAY : wall.getUTCFullYear() * 12 + wall.getUTCMonth();
    if (time >= from && number % every === 0) {
      times.push(time);
    }
    // Where midnight is skipped a day starts at 1:00; the next starts at midnight again.
    at = at.add(1, calendar).startOf(calendar);
  }
  return times;
}

function textOf(time: number, step: Step, span: number, timeZone: string): string {
  const wall = new Date(wallClock(time, timeZone));
  const isMidnight = wall.getTime() % DAY === 0;
  const format =
    step.unit === 'month'
      ? wall.getUTCMonth() === 0 || step.every >= 12
        ? 'YYYY'
        : 'MMM'
      : step.unit === 'day' && span > WEEKDAYS
        ? 'D MMM'
        : step.unit === 'day' || isMidnight
          ? 'ddd D'
          : systemDateFormats.interval.minute;
  return dateTimeFormat(time, { timeZone, format });
}

/**
 * Round times of the panel's time zone between two instants, both included.
 * @param from epoch ms
 * @param to epoch ms
 * @param room how many labels fit
 */
export function timeTicks(from: number, to: number, room: number, timeZone: string): TimeTick[] {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span) || room < 1) {
    return [];
  }
  const step = STEPS.find(({ ms }) => span / ms <= room) ?? STEPS[STEPS.length - 1];
  if (!step) {
    return [];
  }
  const times = step.unit === 'minute' ? ofClock(from, to, step, timeZone) : ofCalendar(from, to, step, timeZone);
  return times.map((time) => ({ time, text: textOf(time, step, span, timeZone) }));
}
