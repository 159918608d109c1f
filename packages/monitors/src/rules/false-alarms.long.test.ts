import { describe, expect, it } from 'vitest';
import { alarmsByPromtool } from '../testing/null-alarms.ts';
import { nullScores } from '../testing/null-windows.ts';
import { hasPromtool } from '../testing/promtool.ts';

/** 13 features, 1,000 independent windows without drift, at the sizes of the example file. */
const SIZES = { windows: 1000, features: 13, reference: 5000, batch: 500 };

describe.skipIf(!hasPromtool)('false alarms over 1,000 windows, by promtool', () => {
  it.each(nullScores(7, SIZES))('$metric of $dialect: at most 5 % of the windows alarm', (one) => {
    const looks = alarmsByPromtool(one, SIZES, { need: 1, of: 1 });
    const alarms = alarmsByPromtool(one, SIZES, { need: 3, of: 3 });
    console.log(`${one.metric} of ${one.dialect}: ${String(looks)} of 1,000 windows over, ${String(alarms)} alarm`);
    // As the file has it by default, three windows in a row.
    expect(alarms).toBeLessThanOrEqual(50);
    // One look alone: at 5 %, 68 or more of 1,000 have a chance of less than 1 %.
    expect(looks).toBeLessThanOrEqual(67);
  });
});
