export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The two weeks of the gallery: Monday 2 March 2026 to Monday 16 March 2026, UTC. */
export const FROM = Date.UTC(2026, 2, 2);
export const TO = FROM + 14 * DAY;

/** So many moments, evenly over [from, to). */
export function evenly(count: number, from = FROM, to = TO): number[] {
  return Array.from({ length: count }, (_, i) => from + Math.floor((i * (to - from)) / count));
}

/** Days since Monday 2 March 2026, 00:00 UTC; a fraction. */
export function dayOf(moment: number): number {
  return (moment - FROM) / DAY;
}
