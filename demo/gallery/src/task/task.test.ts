import { assess, assessMany, compare } from '@soundcheck/drift';
import { expect, test } from 'vitest';
import { DAY, FROM } from '../data/times.ts';
import { PLANTED, taskData, TASK_FEATURES } from './task.ts';

const { reference, current } = taskData();
const column = (side: typeof reference, feature: string) =>
  Float64Array.from(side.features[TASK_FEATURES.indexOf(feature)] ?? []);

const dayOf = (moment: number) => Math.floor((moment - FROM) / DAY);

test('the three planted features drift, and no other of the 200', { timeout: 60_000 }, () => {
  const features = TASK_FEATURES.map((feature) => ({
    feature,
    reference: column(reference, feature),
    current: column(current, feature),
  }));
  const drifted = assessMany(features).assessments.filter(({ state }) => state === 'drift');
  expect(drifted.map(({ feature }) => feature).sort()).toEqual(PLANTED.map(({ feature }) => feature).sort());
});

test('the change of shape keeps the mean: Welch sees nothing where KS sees it', () => {
  const feature = PLANTED.find(({ kind }) => kind === 'shape')?.feature ?? '';
  const sides = [column(reference, feature), column(current, feature)] as const;
  const welch = compare('welch-t', ...sides);
  expect('pValue' in welch && welch.pValue).toBeGreaterThan(0.2);
  expect(compare('ks', ...sides)).toHaveProperty('pValue', expect.closeTo(0, 8));
});

test.each(PLANTED.map((planted) => [planted.kind, planted] as const))(
  '%s: the days over the limit begin with the planted one',
  (_kind, { feature, start }) => {
    const before = column(reference, feature);
    const over = Array.from({ length: 14 }, (_, day) => {
      const rows = column(current, feature).filter((_value, row) => dayOf(current.times[row] ?? NaN) === day);
      const { state } = assess(before, rows);
      return state === 'drift' || state === 'possible';
    });
    expect(over.indexOf(true)).toBe(dayOf(start));
  }
);
