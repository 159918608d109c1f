import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, weekMs } from '../scenario.ts';
import { requestCount, requestTimes } from './request-times.ts';

const times = requestTimes(1);

function requestsBetween(from: number, to: number): number {
  return times.filter((time) => time > from && time <= to).length;
}

describe('request times', () => {
  it('fill the week in ascending order with 60 to 70 requests an hour', () => {
    expect(times).toHaveLength(requestCount);
    expect(times.every((time, i) => time > -weekMs && time <= 0 && time >= (times[i - 1] ?? -weekMs))).toBe(true);
    const perHour = times.length / (weekMs / hourMs);
    expect(perHour).toBeGreaterThanOrEqual(60);
    expect(perHour).toBeLessThanOrEqual(70);
  });

  it('have the same rhythm every day: busiest 4 hours before the end, quietest half a day from that', () => {
    for (let day = 0; day < 7; day += 1) {
      const peak = -4 * hourMs - day * dayMs;
      const busy = requestsBetween(peak - hourMs, peak + hourMs);
      const calm = requestsBetween(peak - 13 * hourMs, peak - 11 * hourMs);
      // cos averages 0.989 over ±1 h: 2·65·(1 ± 0.4·0.989) = 181.4 and 78.6 requests.
      expect(Math.abs(busy - 181.4)).toBeLessThan(3);
      expect(Math.abs(calm - 78.6)).toBeLessThan(3);
    }
  });
});
