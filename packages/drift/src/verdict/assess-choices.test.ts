import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { presets } from '../presets/presets.ts';
import { runPreset } from '../presets/run-preset.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { assess } from './assess.ts';
import { assessMany } from './assess-many.ts';

const reference = seededSample('bell', 1500, 1);
const same = seededSample('bell', 800, 2);
const moved = shifted(seededSample('bell', 800, 3), 0.4);
const words = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([word, count]) => new Array<string>(count).fill(word));

describe('a distance without a textbook p is judged by what it is without drift', () => {
  test.each<ChosenTest>([
    { test: 'wasserstein', options: { scale: 'reference-sd' } },
    { test: 'jensen-shannon', options: { rule: 'quantile' } },
    { test: 'energy' },
  ])('$test', (chosen) => {
    const tests = { numeric: chosen };
    const quiet = assess(reference, same, { tests, nullScale: { draws: 199 } });
    const loud = assess(reference, moved, { tests, nullScale: { draws: 199 } });
    expect(quiet).toMatchObject({ test: chosen.test, state: 'no drift', basis: 'significance' });
    expect(loud).toMatchObject({ test: chosen.test, state: 'drift' });
    expect(loud.limit?.origin).toContain('value without drift');
    expect(loud.comparison?.value).toBeGreaterThan(loud.limit?.value ?? Infinity);
    expect(quiet.comparison?.value).toBeLessThan(quiet.limit?.value ?? 0);
    expect(loud.band).toEqual([0, loud.limit?.value]);
  });
});

describe('tests that have a p keep it', () => {
  test('Welch’s t, whose drift is far from 0 either way', () => {
    const result = assess(reference, moved, { tests: { numeric: { test: 'welch-t' } } });
    expect(result).toMatchObject({ test: 'welch-t', state: 'drift' });
    expect(result.effectOverLimit).toBeGreaterThan(1);
    expect(result.band?.[0]).toBe(-(result.band?.[1] ?? NaN));
  });
  test('G of categories', () => {
    const result = assess(words({ a: 60, b: 40 }), words({ a: 30, b: 70 }), {
      tests: { categorical: { test: 'g-test' } },
    });
    expect(result).toMatchObject({ test: 'g-test', state: 'drift' });
  });
});

test('effect sizes do not grow with the rows', () => {
  const counts = (factor: number) => [
    { categories: ['a', 'b'], counts: [60 * factor, 40 * factor] },
    { categories: ['a', 'b'], counts: [50 * factor, 50 * factor] },
  ];
  const [few, many] = [1, 100].map((factor) => {
    const [p, q] = counts(factor);
    return p && q ? assess(p, q) : undefined;
  });
  expect(few?.effectSize).toEqual({ measure: 'Cramér’s V', value: expect.closeTo(many?.effectSize?.value ?? NaN, 12) });
  expect(many?.state).toBe('drift');
  expect(few?.state).toBe('no drift');
  // χ² = Σ 5² / 55 · 2 + 5² / 45 · 2 = 2.0202 of 200 rows (scipy 1.17.1, chi2_contingency without correction).
  expectClose(few?.effectSize?.value, Math.sqrt(2.02020202020202 / 200), 1e-12);
});

test('Cohen’s d is the difference of the means in pooled standard deviations', () => {
  const { effectSize } = assess([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], {
    tests: { numeric: { test: 'student-t' } },
    minimumRows: 2,
  });
  // Both standard deviations are √13.
  expectClose(effectSize?.value, -2 / Math.sqrt(13), 1e-12);
});

describe('a limit that is given', () => {
  test('judges instead of significance, which stays to be seen', () => {
    const limit = { value: 0.5, origin: 'agreed with the owners' };
    const result = assess(reference, moved, { limit });
    expect(result).toMatchObject({ state: 'no drift', basis: 'limit', limit });
    expect(result.pValue).toBeLessThan(0.001);
    expect(result.reason).toContain('agreed with the owners');
  });
});

test.each([NaN, 0, -1, 2])('a level of %d is refused in words', (alpha) => {
  expect(assess(reference, moved, { alpha })).toMatchObject({
    state: 'unknown scale',
    reason: expect.stringContaining('alpha'),
  });
});

describe('presets', () => {
  test.each(['evidently', 'alibi-detect', 'deepchecks', 'sagemaker', 'fiddler', 'phoenix', 'trustyai-java'] as const)(
    '%s: its number, its limit and where it comes from, its verdict',
    (name) => {
      const preset = presets[name];
      const result = assess(reference, moved, { preset });
      const own = runPreset(preset, reference, moved);
      if (isDriftError(own)) {
        throw new Error(own.message);
      }
      // Rows are sorted first: sums round differently.
      expectClose(result.comparison?.value, own.comparison.value, 1e-12);
      expect(result.state).toBe(own.drift ? 'drift' : own.possible ? 'possible' : 'no drift');
      expect(result.reason).toContain(own.rule.origin);
      expect(result.moves.length).toBeGreaterThan(0);
    }
  );
  test('NannyML takes its limit from chunks of the reference in its own order', () => {
    const drifting = Float64Array.from(reference, (x, i) => x + i / 500);
    const own = runPreset(presets.nannyml, drifting, moved);
    const { limit } = assess(drifting, moved, { preset: presets.nannyml });
    expect(limit?.value).toBe(isDriftError(own) ? NaN : own.rule.limit);
    expect(limit?.value).not.toBe(assess(reference, moved, { preset: presets.nannyml }).limit?.value);
  });
  test('without one it is ours', () => {
    expect(assess(reference, moved, { preset: presets.soundcheck }).pValue).toBe(assess(reference, moved).pValue);
  });
});

describe('many features', () => {
  const features = [
    { feature: 'still', reference, current: same },
    { feature: 'moved', reference, current: moved, importance: 3 },
    { feature: 'empty', reference, current: [] },
  ];
  test('the data set drifts with any feature, and says which has no verdict', () => {
    const { dataSet } = assessMany(features);
    expect(dataSet).toMatchObject({ drifted: true, nDrifted: 1, nJudged: 2, n: 3, unjudged: ['empty'] });
  });
  test('by a share of features', () => {
    const rule = (limit: number) => assessMany(features, { dataSet: { by: 'share', limit, inclusive: true } }).dataSet;
    expect(rule(0.5)).toMatchObject({ drifted: true, value: 0.5 });
    expect(rule(0.6)).toMatchObject({ drifted: false });
  });
  test('with the correction and the rule of a preset: evidently corrects nothing and asks for half', () => {
    const { dataSet, assessments } = assessMany(features, { preset: presets.evidently });
    expect(dataSet).toMatchObject({ drifted: true, value: 0.5, limit: { value: 0.5 } });
    const wasserstein = compare('wasserstein', reference, moved, { scale: 'reference-sd' });
    expect(assessments[1]?.comparison?.value).toBe(isDriftError(wasserstein) ? NaN : wasserstein.value);
  });
});
