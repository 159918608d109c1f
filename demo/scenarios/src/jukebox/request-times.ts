import { Random } from '../random.ts';
import { dayMs, hourMs, weekMs } from '../scenario.ts';

/** Mean requests an hour, how far day and night differ from it, and when the busiest hour is before history's end. */
const rhythm = { perHour: 65, swing: 0.4, peakHoursBeforeEnd: 4 };

export const requestCount = Math.round((rhythm.perHour * weekMs) / hourMs);

/** Expected requests from the start of the week until `offsetMs`: the integral of perHour·(1 + swing·cos(2π·(t − peak)/day)). */
function expectedUntil(offsetMs: number): number {
  const radians = (ms: number) => (2 * Math.PI * (ms + rhythm.peakHoursBeforeEnd * hourMs)) / dayMs;
  const daily = (Math.sin(radians(offsetMs)) - Math.sin(radians(-weekMs))) * (dayMs / (2 * Math.PI));
  return (rhythm.perHour / hourMs) * (offsetMs + weekMs + rhythm.swing * daily);
}

/** The time at which `count` requests are expected; by bisection, to a millisecond. */
function timeOf(count: number): number {
  let low = -weekMs;
  let high = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (expectedUntil(middle) < count) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

const stream = 3;

/**
 * When each request of the week came, as milliseconds relative to the week's end, ascending. Each request falls at a
 * random place in its own share of the expected traffic. Hours of the day are counted from the end of history, not from
 * a clock, so that the same seed gives the same rows at any time.
 */
export function requestTimes(seed: number): number[] {
  return Array.from({ length: requestCount }, (_request, i) => timeOf(i + new Random(seed, stream, i).uniform()));
}
