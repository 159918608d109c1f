import { HOUR } from './times.ts';

/** Whether a moment is in a night that begins on Monday to Friday and lasts from 22:00 to 06:00 UTC. */
export function isWeekdayNight(moment: number): boolean {
  const evening = new Date(moment - 6 * HOUR);
  return evening.getUTCDay() >= 1 && evening.getUTCDay() <= 5 && evening.getUTCHours() >= 16;
}
