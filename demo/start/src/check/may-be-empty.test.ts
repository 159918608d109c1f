import { describe, expect, it } from 'vitest';
import { mayBeEmpty } from './may-be-empty.ts';

describe('what may be empty', () => {
  it.each([
    ['count(ALERTS{alertstate="firing"})', 'no alert is pending or firing'],
    ['sum(soundcheck_retrain_incidents{state="failed"})', 'no incident has come yet'],
    ['rate(ovms_requests_success[5m])', undefined],
    ['sum(NO_ALERTS{a="b"})', undefined],
  ])('%s: %s', (expr, why) => {
    expect(mayBeEmpty({ expr }, { ownData: false })).toBe(why);
  });

  it('fairness is empty with own data alone', () => {
    expect(mayBeEmpty({ queryType: 'scores', metric: 'spd' }, { ownData: true })).toContain('fairness');
    expect(mayBeEmpty({ queryType: 'scores', metric: 'spd' }, { ownData: false })).toBeUndefined();
    expect(mayBeEmpty({ queryType: 'scores', metric: 'ks' }, { ownData: true })).toBeUndefined();
  });
});
