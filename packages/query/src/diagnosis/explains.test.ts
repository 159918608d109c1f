import { describe, expect, it } from 'vitest';
import type { MetricKey } from '../core/operations.ts';
import { diagnose, diagnoseOneShot } from './diagnose.ts';
import { healthy, info, schedule, series, states } from './evidence-fixtures.ts';
import type { Evidence } from './evidence.ts';

describe('a finding hides those that it explains, and no others', () => {
  it('half-written rows explain missing values, not a wrong tag', () => {
    const change = {
      info: info(1590),
      schedules: [schedule('python', 's1'), schedule('python', 's2', 'ks', { referenceTag: 'NOSUCH' })],
      published: [],
    };
    expect(states(healthy('python', change))).toEqual(['half-written rows', 'unknown tag']);
  });

  it('a Java schedule of a lost column explains the stopped tick', () => {
    const change: Partial<Evidence> = {
      info: info(1650),
      schedules: [schedule('java', 's1'), schedule('java', 's2', 'mean', { features: ['gone'] })],
    };
    expect(states(healthy('java', change))).toEqual(['unknown column']);
    // Asked about KS only, the stopped tick is the finding, and names the culprit.
    const [about, ...rest] = diagnose(healthy('java', { ...change, metric: 'ks' }));
    expect(rest).toEqual([]);
    expect(about).toMatchObject({ state: 'tick stopped', severity: 'error', schedule: 's2' });
  });

  it('the fault of one schedule leaves the findings of another', () => {
    const change = {
      schedules: [
        schedule('python', 's1', 'ks', { features: ['gone'], batchSize: 5000 }),
        schedule('python', 's2', 'compare-means', { batchSize: 700 }),
      ],
      published: [series('python', 's1'), series('python', 's2', 'compare-means')],
    };
    const found = diagnose(healthy('python', change));
    expect(found.map(({ state, schedule: id }) => [state, id])).toEqual([
      ['unknown column', 's1'],
      ['reference rows in the window', 's2'],
    ]);
  });

  it('one window of many metrics is one finding, about none of them', () => {
    const metrics: MetricKey[] = ['ks', 'compare-means', 'jensen-shannon', 'mean'];
    const change = {
      schedules: metrics.map((metric) => schedule('python', metric, metric, { batchSize: 1000 })),
      published: metrics.map((metric) => series('python', metric, metric)),
    };
    const [only, ...rest] = diagnose(healthy('python', change));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ state: 'reference rows in the window', model: 'm' });
    expect(only).not.toHaveProperty('metric');
  });
});

describe('diagnoseOneShot', () => {
  it('every one-shot drift number of Java beyond the limit is doubtful, means and fairness are not', () => {
    const many = (metric: MetricKey) =>
      diagnoseOneShot(healthy('java', { info: info(6100), schedules: [schedule('java', '', metric)], published: [] }));
    expect(many('compare-means')[0]?.sentence).toMatch(/This number is unreliable\.$/);
    expect(many('compare-means')[0]).not.toHaveProperty('schedule');
    expect(many('mean')).toEqual([]);
    expect(many('spd')).toEqual([]);
  });
});
