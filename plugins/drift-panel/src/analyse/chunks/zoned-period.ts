import type { PeriodAround } from '@soundcheck/drift';
import { knownTimeZone } from '../format.ts';

export const CALENDAR_UNITS = ['day', 'week', 'month'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** Days since 1970-01-01 by the calendar alone. */
type Day = number;

const DAY_MS = 86_400_000;

/**
 * The day, week (from Monday, ISO 8601) or month around a time, by the clocks of a time zone: a day in which they change
 * has 23 or 25 hours. The period starts at the first instant that has its date, so a midnight that the clocks leave out is
 * no matter.
 * @param zone IANA name; UTC where the engine does not know it
 */
export function zonedPeriod(unit: CalendarUnit, zone: string): PeriodAround {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: knownTimeZone(zone),
    calendar: 'gregory',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const dayOf = (time: number): Day => {
    const found = Object.fromEntries(parts.formatToParts(time).map(({ type, value }) => [type, value]));
    const year = found.era === 'BC' ? 1 - Number(found.year) : Number(found.year);
    return new Date(0).setUTCFullYear(year, Number(found.month) - 1, Number(found.day)) / DAY_MS;
  };
  const startOf = (day: Day): number => {
    // No zone is further than 15 hours from UTC, but for a day that one left out on the date line.
    let [before, from] = [day * DAY_MS - 2 * DAY_MS, day * DAY_MS + 2 * DAY_MS];
    while (from - before > 1_000) {
      const middle = Math.floor((before + from) / 2_000) * 1_000;
      if (dayOf(middle) >= day) {
        from = middle;
      } else {
        before = middle;
      }
    }
    return from;
  };
  return (time) => {
    const [first, next] = periodOfDay(dayOf(time), unit);
    return [startOf(first), startOf(next)];
  };
}

function periodOfDay(day: Day, unit: CalendarUnit): readonly [Day, Day] {
  if (unit === 'day') {
    return [day, day + 1];
  }
  if (unit === 'week') {
    // 1970-01-01 was a Thursday.
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return [monday, monday + 7];
  }
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const first = (at: number) => new Date(0).setUTCFullYear(year, at, 1) / DAY_MS;
  return [first(month), first(month + 1)];
}
