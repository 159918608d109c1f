import { describe, expect, it } from 'vitest';
import { scheduleEvents } from './schedule-events.ts';

const MINUTE = 60_000;

function series(request: string, minutes: number[], labels: Record<string, string> = {}) {
  return {
    labels: { __name__: 'trustyai_kstest', modelId: 'm', subcategory: 'a', request, requestName: 'nightly', ...labels },
    times: minutes.map((minute) => minute * MINUTE),
    values: minutes.map(() => 0.1),
  };
}

const range = { from: 0, to: 10 * MINUTE, every: MINUTE };
const told = (...all: Array<ReturnType<typeof series>>) =>
  scheduleEvents(all, range).map(({ time, title }) => `${String(time / MINUTE)} ${title}`);

describe('when schedules came and went', () => {
  it('a schedule made again is one gone and one created', () => {
    expect(told(series('1', [0, 1, 2]), series('2', [5, 6, 7, 8, 9, 10]))).toEqual([
      '3 Schedule nightly of Kolmogorov-Smirnov gone',
      '5 Schedule nightly of Kolmogorov-Smirnov created',
    ]);
  });

  it('one that was there throughout is no event, and its features are one schedule', () => {
    const throughout = [0, 5, 10];
    expect(told(series('1', throughout), series('1', [3, 4], { subcategory: 'b' }))).toEqual([]);
    expect(told(series('1', [4, 10]), series('1', [3, 10], { subcategory: 'b' }))).toEqual([
      '3 Schedule nightly of Kolmogorov-Smirnov created',
    ]);
  });

  it('says what is known, and passes over what is no schedule', () => {
    const [event] = scheduleEvents([series('uuid', [4, 10], { requestName: '' })], range);
    expect(event).toEqual({
      id: 'schedule:uuid:created',
      time: 4 * MINUTE,
      title: 'Schedule of Kolmogorov-Smirnov created',
      text: 'Its first value for m.',
      tags: ['schedule', 'ks', 'm'],
    });
    expect(
      told(series('', [4]), series('1', []), {
        ...series('1', [4]),
        labels: { ...series('1', [4]).labels, __name__: 'up' },
      })
    ).toEqual([]);
    expect(scheduleEvents([])).toEqual([]);
  });
});
