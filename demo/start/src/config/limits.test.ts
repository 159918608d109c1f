import { describe, expect, it } from 'vitest';
import { ksCriticalValue } from './limits.ts';

describe('ksCriticalValue', () => {
  // scipy 1.17.1: special.kolmogi(level) * sqrt((n + m) / (n * m)), the limit distribution with all its terms.
  it.each([
    { level: 0.05, n: 5000, m: 500, critical: 0.06370047261273248 },
    { level: 0.05 / 13, n: 5000, m: 500, critical: 0.08294101328600859 },
    { level: 0.05 / 4, n: 731, m: 365, critical: 0.10209644222322874 },
  ])('at $level for $n against $m rows', ({ level, n, m, critical }) => {
    expect(ksCriticalValue(level, n, m)).toBeCloseTo(critical, 6);
    expect(ksCriticalValue(level, m, n)).toBe(ksCriticalValue(level, n, m));
  });
});
