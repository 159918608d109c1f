const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: Record<string, number> = { ms: 1, s: SECOND, m: MINUTE, min: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

/** Lengths of chunks that a reader has a name for, ms. */
const STEPS = [1, 2, 5, 10, 15, 30]
  .map((n) => n * SECOND)
  .concat(
    [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
    [1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR),
    [1, 2, 7, 14, 28, 91].map((n) => n * DAY)
  );

/** The shortest round step of at least so many ms; whole days beyond the list. */
export function roundStep(least: number): number {
  return STEPS.find((step) => step >= least) ?? Math.ceil(least / DAY) * DAY;
}

/** "6h", "30 min", "1d" → ms; undefined where it is no length of time. */
export function parseStep(text: string): number | undefined {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d|w)\s*$/.exec(text) ?? [];
  const step = Number(number) * (UNITS[unit] ?? NaN);
  return step > 0 && Number.isFinite(step) ? step : undefined;
}

/** "6 h", "1 d", "30 min". */
export function stepName(step: number): string {
  const [size, unit] =
    step >= DAY && step % DAY === 0
      ? [DAY, 'd']
      : step >= HOUR && step % HOUR === 0
        ? [HOUR, 'h']
        : step >= MINUTE && step % MINUTE === 0
          ? [MINUTE, 'min']
          : [SECOND, 's'];
  return `${Number((step / size).toPrecision(3))} ${unit}`;
}

/** "7 days", "6 hours", "45 minutes": the nearest round name of a span. */
export function spanName(span: number): string {
  const [size, unit] = span >= 2 * DAY ? [DAY, 'days'] : span >= 2 * HOUR ? [HOUR, 'hours'] : [MINUTE, 'minutes'];
  return `${Math.round(span / size)} ${unit}`;
}
