import { describe, expect, it } from 'vitest';
import { alarmsByPromtool } from '../testing/null-alarms.ts';
import { nullScores } from '../testing/null-windows.ts';
import { hasPromtool } from '../testing/promtool.ts';

/** 13 features, 1,000 independent windows without drift, at the sizes of the example file. */
const SIZES = { windows: 1000, features: 13, reference: 5000, batch: 500 };

describe.skipIf(!hasPromtool)('false alarms over 1,000 windows, by promtool', () => {
  const all = nullScores(7, SIZES);
  it.each(all)('$metric of $dialect: at most 5 % of the windows alarm', (one) => {
    const alarms = alarmsByPromtool(one, SIZES);
    console.log(`${one.metric} of ${one.dialect}: ${String(alarms)} of 1,000 windows`);
    expect(alarms).toBeLessThanOrEqual(50);
  });
});
