import { describe, expect, it } from 'vitest';
import type { Schedule, Tag } from './model.ts';
import { sampleSizes } from './sample-sizes.ts';

const schedule = (id: string, batchSize: number, referenceTag: string): Schedule => ({
  id,
  model: 'm',
  serviceMetric: 'KSTest',
  metric: 'ks',
  batchSize,
  referenceTag,
});
const tags: Tag[] = [
  { name: 'TRAINING', rows: 1000, kind: 'reference' },
  { name: 'SECOND', rows: 300, kind: 'reference' },
  { name: '_trustyai_unlabeled', rows: 200, kind: 'inference' },
  { name: '_trustyai_synthetic', rows: 9999, kind: 'synthetic' },
];
const ks = { metric: 'ks', model: 'm' } as const;

describe('sampleSizes', () => {
  it.each<[string, Schedule[], number | undefined, number | undefined, RegExp | undefined]>([
    ['one schedule', [schedule('1', 600, 'TRAINING')], 1000, 600, undefined],
    ['a window larger than what is stored', [schedule('1', 5000, 'TRAINING')], 1000, 1500, undefined],
    ['two schedules alike', [schedule('1', 600, 'TRAINING'), schedule('2', 600, 'TRAINING')], 1000, 600, undefined],
    [
      'two windows',
      [schedule('1', 600, 'TRAINING'), schedule('2', 100, 'TRAINING')],
      1000,
      undefined,
      /windows of 600 and 100 rows/,
    ],
    [
      'two references',
      [schedule('1', 600, 'TRAINING'), schedule('2', 600, 'SECOND')],
      undefined,
      600,
      /references TRAINING and SECOND/,
    ],
    [
      'a reference that is gone',
      [schedule('1', 600, 'GONE')],
      undefined,
      600,
      /rows of the reference GONE of m are unknown/,
    ],
    ['no schedule', [], undefined, undefined, /No schedule of ks is listed for m/],
  ])('%s', (...row) => {
    const [, schedules, nReference, nCurrent, reason] = row;
    const sizes = sampleSizes(ks, schedules, tags);
    expect([sizes.nReference, sizes.nCurrent]).toEqual([nReference, nCurrent]);
    if (reason) {
      expect(sizes.reasons.join(' ')).toMatch(reason);
    } else {
      expect(sizes.reasons).toEqual([]);
    }
  });

  it('looks at the schedules of the reference asked for only', () => {
    const schedules = [schedule('1', 600, 'TRAINING'), schedule('2', 100, 'SECOND')];
    expect(sampleSizes({ ...ks, referenceTag: 'SECOND' }, schedules, tags)).toEqual({
      nReference: 300,
      nCurrent: 100,
      reasons: [],
    });
  });

  it('counts no reference rows into the window of a Java service', () => {
    const java: Schedule = { ...schedule('1', 5000, 'TRAINING'), dialect: 'java' };
    expect(sampleSizes(ks, [java], tags)).toMatchObject({ nReference: 1000, nCurrent: 200 });
  });

  it('tells the level of the schedules where they agree on one', () => {
    const at = (id: string, threshold: number): Schedule => ({ ...schedule(id, 600, 'TRAINING'), threshold });
    expect(sampleSizes(ks, [at('1', 0.01), at('2', 0.01)], tags).threshold).toBe(0.01);
    expect(sampleSizes(ks, [at('1', 0.01), at('2', 0.05)], tags).threshold).toBeUndefined();
  });
});
