import { describe, expect, it } from 'vitest';
import { alarmsByPromtool } from '../testing/null-alarms.ts';
import { nullScores } from '../testing/null-windows.ts';
import { hasPromtool } from '../testing/promtool.ts';

const SIZES = { windows: 100, features: 13, reference: 500, batch: 100 };

describe.skipIf(!hasPromtool)('false alarms over 100 windows, by promtool', () => {
  it.each(nullScores(11, SIZES))('$metric of $dialect', (one) => {
    // Of 100 windows at 5 %, 11 or more have a chance of 1.2 %; without correction for 13 features, 49 are to be expected.
    expect(alarmsByPromtool(one, SIZES, { need: 1, of: 1 })).toBeLessThanOrEqual(10);
  });
});
