import { dateTimeFormat } from '@grafana/data';

export const HOURS = 24;
const DAY = 86_400_000;
/** 5 January 1970, UTC. */
const A_MONDAY = 4 * DAY;

/** Where weeks start, and so which weekday (0 is Monday) stands in which row. */
export function daysFrom(weekStart: string): number[] {
  const first = weekStart === 'sunday' ? 6 : weekStart === 'saturday' ? 5 : 0;
  return Array.from({ length: 7 }, (_, row) => (first + row) % 7);
}

/** Short name of a weekday in the user's language; 0 is Monday. */
export function dayName(day: number): string {
  return dateTimeFormat(A_MONDAY + day * DAY, { timeZone: 'utc', format: 'ddd' });
}

/** "06:00" in the user's format; 24 is the end of the day. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

const STEPS = [1, 2, 3, 6, 12];

/** Hours that get a label where a cell is so wide. */
export function labelledHours(cellWidth: number, labelWidth: number): number[] {
  const step = STEPS.find((every) => every * cellWidth >= labelWidth) ?? HOURS;
  return Array.from({ length: HOURS / step }, (_, at) => at * step);
}

/** A place in the picture. */
export interface Place {
  row: number;
  hour: number;
}

/** Where a key leads to from a cell; undefined: it is none of ours. */
export function moved({ row, hour }: Place, key: string): Place | undefined {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1, 6), hour };
    case 'ArrowDown':
      return { row: clamp(row + 1, 6), hour };
    case 'ArrowLeft':
      return { row, hour: clamp(hour - 1, HOURS - 1) };
    case 'ArrowRight':
      return { row, hour: clamp(hour + 1, HOURS - 1) };
    case 'Home':
      return { row, hour: 0 };
    case 'End':
      return { row, hour: HOURS - 1 };
    case 'PageUp':
      return { row: 0, hour };
    case 'PageDown':
      return { row: 6, hour };
    default:
      return undefined;
  }
}
