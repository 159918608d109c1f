/** How far apart the numbers of the week of history stand. Prometheus looks back five minutes: no gap may be wider. */
export const historyStepMinutes = 4;

/**
 * Where history ends: the last whole step. A history that ended between two steps would miss its last rows.
 * @param now epoch milliseconds
 */
export function historyEnd(now: number): number {
  const step = historyStepMinutes * 60_000;
  return Math.floor(now / step) * step;
}
