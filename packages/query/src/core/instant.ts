import type { Context } from './operations.ts';

/** How long a dashboard's "now" may wait before it is another time, in milliseconds. */
const MOMENTS = 60_000;

/**
 * Epoch milliseconds of a number that is true now. A range "to now" ended when the dashboard asked, moments before this
 * is computed: a point after its end would be drawn outside, so it stands at the end.
 */
export function instantOf({ now, timeRange }: Pick<Context, 'now' | 'timeRange'>): number {
  return timeRange !== undefined && timeRange.to <= now && now - timeRange.to < MOMENTS ? timeRange.to : now;
}
