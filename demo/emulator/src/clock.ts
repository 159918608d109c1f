/** Where the emulator gets the time from: epoch milliseconds, fractions allowed. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** ISO 8601 in UTC with microseconds, which are left out when zero: `2026-01-05T10:11:12.345000+00:00`. */
export function isoTime(epochMs: number): string {
  const microseconds = Math.round(epochMs * 1000);
  const fraction = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000;
  const seconds = new Date((microseconds - fraction) / 1000).toISOString().slice(0, 19);
  return fraction === 0 ? `${seconds}+00:00` : `${seconds}.${String(fraction).padStart(6, '0')}+00:00`;
}
