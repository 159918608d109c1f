/** How far apart the numbers of the week of history stand. Prometheus looks back five minutes: no gap may be wider. */
export const historyStepSeconds = 150;

/** A week in a panel is drawn in steps of five minutes: history ends on one, so that the last step shows its last rows. */
const endsOnMs = 300_000;

/**
 * Where history ends: the last whole step of a week's chart, and so of history itself.
 * @param now epoch milliseconds
 */
export function historyEnd(now: number): number {
  return Math.floor(now / endsOnMs) * endsOnMs;
}
