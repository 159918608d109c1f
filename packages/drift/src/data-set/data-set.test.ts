import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataSetRule } from '../presets/preset.ts';
import { expectClose } from '../testing/close.ts';
import { dataSetScores } from '../testing/data-set-tables.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { dataSetScore } from './data-set-score.ts';
import { dataSetVerdict } from './data-set-verdict.ts';
import type { FeatureVerdict } from './data-set-verdict.ts';

const rules = ['mean', 'max', 'weighted', 'l3', 'l5'] as const;

function valueOf(features: readonly FeatureVerdict[], rule: DataSetRule): number | undefined {
  const result = dataSetVerdict(features, rule);
  return 'value' in result ? result.value : undefined;
}

describe('score of a data set', () => {
  test.each(dataSetScores)('%s, %i features, importance %s: as deepchecks', (shape, n, weights, ...expected) => {
    const importance = weights && seededSample(weights, n, 22);
    const features = Array.from(seededSample(shape, n, 21), (score, i) => ({
      feature: `f${i}`,
      score,
      // Ten times: only their ratios count.
      ...(importance ? { importance: 10 * (importance[i] ?? NaN) } : {}),
    }));
    rules.forEach((by, i) => {
      expectClose(valueOf(features, { by, limit: 0.1, inclusive: false }), expected[i] ?? NaN);
    });
  });
  test('is not lower the higher the power, and never above the greatest', () => {
    const score = fc.record({
      score: fc.tuple(fc.nat(9), fc.integer({ min: -200, max: 200 })).map(([digit, power]) => digit * 10 ** power),
      importance: fc.nat(10),
    });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 12 }), (scores) => {
        fc.pre(scores.some(({ importance }) => importance > 0));
        const [, max, weighted, l3, l5] = rules.map((by) => {
          const result = dataSetScore(scores, by);
          return 'value' in result ? result.value : NaN;
        });
        for (const [low, high] of [
          [weighted, l3],
          [l3, l5],
          [l5, max],
        ]) {
          expect((low ?? NaN) <= (high ?? NaN) * (1 + 1e-12)).toBe(true);
        }
      })
    );
  });
  test('of an infinite score: infinite, unless it has no weight', () => {
    const scores = (importance: number) => [
      { score: Infinity, importance },
      { score: 0.5, importance: 1 },
    ];
    expect(dataSetScore(scores(1), 'l3')).toMatchObject({ value: Infinity });
    expect(dataSetScore(scores(0), 'l5')).toMatchObject({ value: 0.5 });
    expect(dataSetScore(scores(0), 'max')).toMatchObject({ value: Infinity });
    expect(dataSetScore([{ score: 0, importance: 1 }], 'l5')).toMatchObject({ value: 0 });
  });
});

describe('verdict on a data set', () => {
  const features = [
    { feature: 'age', drifted: true, score: 0.4 },
    { feature: 'income', drifted: false, score: 0.1 },
    { feature: 'city' },
  ];
  test('by share: half is enough where the limit is inclusive', () => {
    const rule = { by: 'share', limit: 0.5 } as const;
    expect(dataSetVerdict(features, { ...rule, inclusive: true }, 'evidently')).toEqual({
      value: 0.5,
      limit: { value: 0.5, origin: 'evidently' },
      drifted: true,
      nDrifted: 1,
      nJudged: 2,
      n: 3,
      unjudged: ['city'],
      sentence:
        'the data set drifted: share of drifted features 50 % (1 of 2 features drifted), drift from 50 % on (evidently); no verdict on 1 of 3: city',
    });
    expect(dataSetVerdict(features, { ...rule, inclusive: false })).toMatchObject({ drifted: false });
  });
  test('by any, by none', () => {
    expect(dataSetVerdict(features, { by: 'any' })).toMatchObject({ drifted: true, value: 1, limit: { value: 0 } });
    expect(dataSetVerdict(features.slice(1), { by: 'any' })).toMatchObject({ drifted: false, unjudged: ['city'] });
    expect(dataSetVerdict(features, { by: 'none' })).toEqual({
      nDrifted: 1,
      nJudged: 2,
      n: 3,
      unjudged: ['city'],
      sentence: 'no rule for the data set: 1 of 2 features drifted; no verdict on 1 of 3: city',
    });
  });
  test('by score: without importance the plain mean, which it says', () => {
    const result = dataSetVerdict(features, { by: 'l3', limit: 0.25, inclusive: false });
    expect(result).toMatchObject({ value: 0.25, drifted: false });
    expect('sentence' in result && result.sentence).toContain('mean score (importance is not known of all) 0.25');
  });
  test('does not hang on the order of the features', () => {
    const feature = fc.record(
      { feature: fc.string(), drifted: fc.boolean(), score: fc.double({ min: 0, max: 9 }), importance: fc.nat(5) },
      { requiredKeys: ['feature', 'importance'] }
    );
    const rule = fc.constantFrom<DataSetRule>(
      { by: 'share', limit: 0.5, inclusive: true },
      { by: 'any' },
      ...rules.map((by) => ({ by, limit: 1, inclusive: false }))
    );
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1 }), rule, (given, by) => {
        const [there, back] = [valueOf(given, by), valueOf([...given].reverse(), by)];
        expect(there === undefined).toBe(back === undefined);
        expectClose(there ?? 0, back ?? 0, 1e-12);
      })
    );
  });
  test('refuses what cannot be judged', () => {
    expect(dataSetVerdict([], { by: 'any' })).toMatchObject({ error: 'not defined' });
    expect(dataSetVerdict([{ feature: 'a', score: NaN }], { by: 'max', limit: 1, inclusive: true })).toMatchObject({
      message: 'None of the 1 features has a score: judge the features first.',
    });
    const negative = [{ feature: 'a', score: -2 }];
    expect(dataSetVerdict(negative, { by: 'l3', limit: 1, inclusive: true })).toMatchObject({ error: 'not defined' });
  });
});
