import { knownTimeZone } from '../../format.ts';

/** Cells of a week: weekday × hour, Monday first. */
export const HOURS_OF_WEEK = 168;

const QUARTER = 900_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * The hour of the week of a time by the clocks of a zone: 0 is Monday 00:00–01:00, 167 Sunday 23:00–24:00; −1 for a time
 * that is none. Quarters of an hour are looked up once: clocks change by whole ones.
 */
export function hourOfWeekIn(timeZone: string): (time: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: knownTimeZone(timeZone),
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();
  return (time) => {
    if (!(Math.abs(time) <= 8.64e15)) {
      return -1;
    }
    const quarter = Math.floor(time / QUARTER);
    const found = known.get(quarter);
    if (found !== undefined) {
      return found;
    }
    const parts = clock.formatToParts(time);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    const hour = WEEKDAYS.indexOf(part('weekday')) * 24 + Number(part('hour'));
    known.set(quarter, hour);
    return hour;
  };
}

/** Rows of each hour of the week. */
export function rowsByHour(times: Float64Array, hourOf: (time: number) => number): Int32Array[] {
  const hours = Int16Array.from(times, hourOf);
  const sizes = new Uint32Array(HOURS_OF_WEEK);
  hours.forEach((hour) => {
    if (hour >= 0) {
      sizes[hour] = (sizes[hour] ?? 0) + 1;
    }
  });
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Uint32Array(HOURS_OF_WEEK);
  hours.forEach((hour, row) => {
    const list = rows[hour];
    if (list) {
      const at = filled[hour] ?? 0;
      list[at] = row;
      filled[hour] = at + 1;
    }
  });
  return rows;
}

/** "Mon" in the language of the viewer. @param day 0 is Monday */
export function weekdayName(day: number, locale: string): string {
  const monday = Date.UTC(2024, 0, 1);
  const at = monday + (((day % 7) + 7) % 7) * 86_400_000;
  try {
    return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(at);
  } catch {
    return WEEKDAYS[day] ?? '';
  }
}

/** "22:00"; 24 is midnight. */
export function clockOf(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}
