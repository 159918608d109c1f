import { describe, expect, test } from 'vitest';
import { seededSample } from '../testing/seeded-sample.ts';
import type { Shape } from '../testing/seeded-sample.ts';
import { assess } from './assess.ts';

/** The share of windows without drift that are called drift. Both sides are cut from one stream. */
function falseAlarms(shape: Shape, [n, m]: readonly [number, number], windows: number): number {
  let alarms = 0;
  for (let window = 0; window < windows; window++) {
    const rows = seededSample(shape, n + m, 7919 * window + 1);
    alarms += assess(rows.subarray(0, n), rows.subarray(n)).state === 'drift' ? 1 : 0;
  }
  return alarms / windows;
}

describe('windows without drift are called drift at most as often as alpha says', () => {
  // Four standard errors of a 5 % share over 400 windows are ± 4.4 points. Exact tests of few rows err below.
  test.each<[Shape, [number, number]]>([
    ['bell', [200, 100]],
    ['bell', [40, 40]],
    ['skew', [300, 60]],
    ['ties', [200, 100]],
    ['ties', [35, 30]],
  ])('%s, rows %j', (shape, sizes) => {
    const share = falseAlarms(shape, sizes, 400);
    expect(share).toBeLessThan(0.094);
    expect(share).toBeGreaterThan(0.006);
  });
});
