/** Periods of the calendar. Weeks start on Monday (ISO 8601), quarters in January, April, July and October. */
export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

const dayInMs = 86_400_000;
/** 5 January 1970, the first Monday of the epoch. */
const firstMonday = 4 * dayInMs;
const monthsIn = { month: 1, quarter: 3, year: 12 };

/** First of a month at midnight UTC; `month` counts from January of year 0 and may be any whole number. */
function startOfMonth(month: number): number {
  // Not Date.UTC, which takes the years 0 … 99 for 1900 … 1999.
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
}

function fixed(time: number, length: number, origin: number): readonly [number, number] {
  const start = Math.floor((time - origin) / length) * length + origin;
  return [start, start + length];
}

function around(time: number, period: CalendarPeriod): readonly [number, number] {
  switch (period) {
    case 'day':
      return fixed(time, dayInMs, 0);
    case 'week':
      return fixed(time, 7 * dayInMs, firstMonday);
    default: {
      const months = monthsIn[period];
      const date = new Date(time);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      const first = Math.floor(month / months) * months;
      return [startOfMonth(first), startOfMonth(first + months)];
    }
  }
}

/** The calendar period [start, end) in ms that holds a time, by clocks `utcOffset` minutes ahead of UTC. */
export function calendarPeriodAround(period: CalendarPeriod, utcOffset: number) {
  const shift = utcOffset * 60_000;
  return (time: number): readonly [number, number] => {
    const [start, end] = around(time + shift, period);
    return [start - shift, end - shift];
  };
}

/** The period [start, end) of `length` ms that holds a time; periods start at the epoch plus `offset` ms. */
export function fixedPeriodAround(length: number, offset: number) {
  return (time: number): readonly [number, number] => fixed(time, length, offset);
}
