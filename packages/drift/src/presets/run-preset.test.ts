import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { assess } from '../verdict/assess.ts';
import { featureFacts } from './feature-facts.ts';
import { isPastRule, isPossibleByRule } from './past-rule.ts';
import type { DriftRule } from './preset.ts';
import { isPresetName, listPresets, presets } from './presets.ts';
import { runPreset } from './run-preset.ts';
import { runPresetOnFeatures } from './run-preset-on-features.ts';

const nothing = { value: 0, nReference: 1, nCurrent: 1, variant: '' };

describe('a rule', () => {
  const rule: DriftRule = { by: 'value', direction: 'high', limit: 0.2, origin: 'here' };
  test('holds the limit itself for past it only where it is inclusive', () => {
    expect(isPastRule(rule, { ...nothing, value: 0.2 })).toBe(false);
    expect(isPastRule({ ...rule, inclusive: true }, { ...nothing, value: 0.2 })).toBe(true);
    expect(isPastRule({ ...rule, by: 'p-value', direction: 'low' }, { ...nothing, pValue: 0.2 })).toBe(false);
    expect(isPastRule({ ...rule, by: 'p-value', direction: 'low', inclusive: true }, { ...nothing, pValue: 0.2 })).toBe(
      true
    );
  });
  test('looks at the size of the number where it is two-sided', () => {
    const twoSided: DriftRule = { ...rule, direction: 'two-sided' };
    expect([-0.3, -0.1, 0.3].map((value) => isPastRule(twoSided, { ...nothing, value }))).toEqual([true, false, true]);
  });
  test('finds no drift in a number that is not there', () => {
    expect(isPastRule({ ...rule, by: 'p-value', direction: 'low' }, nothing)).toBe(false);
    expect(isPastRule(rule, { ...nothing, value: NaN })).toBe(false);
  });
  test('has a milder band between its limits', () => {
    const bands = { ...rule, possible: 0.1 };
    expect([0.05, 0.15, 0.25].map((value) => isPossibleByRule(bands, { ...nothing, value }))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('the facts of a feature', () => {
  test('count finite rows and different values', () => {
    expect(featureFacts([1, 2, null, NaN, Infinity, 2], [2, 3])).toEqual({
      kind: 'numeric',
      binned: false,
      nReference: 3,
      nCurrent: 2,
      distinctReference: 2,
      distinctPooled: 3,
    });
    expect(featureFacts(['a', null], { categories: ['a', 'b', 'c'], counts: [1, 2, 0] })).toEqual({
      kind: 'categorical',
      binned: false,
      nReference: 1,
      nCurrent: 3,
      distinctReference: 1,
      distinctPooled: 2,
    });
  });
});

describe('a data set', () => {
  test('is corrected by the rule of the preset', () => {
    const samples = [0, 0.1, 0.12, 0.4].map((shift, i) => ({
      feature: `f${i}`,
      reference: seededSample('uniform', 300, 10 + i),
      current: shifted(seededSample('uniform', 200, 20 + i), shift),
    }));
    const { features: results } = runPresetOnFeatures(presets.soundcheck, samples);
    const ps = results.map(({ result }) => (isDriftError(result) ? NaN : (result.comparison.pValue ?? NaN)));
    const adjusted = adjust(ps, 'holm');
    expect(results.map(({ adjustedPValue }) => adjustedPValue)).toEqual([...adjusted]);
    expect(results.map(({ drift }) => drift)).toEqual([...adjusted].map((p) => p < 0.05));
  });
  test('names a feature without a number, and judges the others', () => {
    const rows = seededSample('bell', 200, 1);
    const { features: results, dataSet } = runPresetOnFeatures(presets.soundcheck, [
      { feature: 'empty', reference: [NaN], current: [1] },
      { feature: 'full', reference: rows, current: shifted(rows, 2) },
    ]);
    expect(results[0]).toMatchObject({ feature: 'empty', result: { error: 'no data' } });
    expect(results[0]).not.toHaveProperty('drift');
    expect(dataSet).toMatchObject({ unjudged: ['empty'], nDrifted: 1, nJudged: 1, drifted: true });
    expect(runPresetOnFeatures(presets.soundcheck, [])).toMatchObject({
      features: [],
      dataSet: { error: 'not defined' },
    });
  });
});

describe('the presets', () => {
  test('are listed by their own names, each with source and reason', () => {
    const listed = listPresets();
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(presets));
    for (const { title, source, says } of listed) {
      expect([title, source, says].every((text) => text.length > 3)).toBe(true);
    }
    expect(isPresetName('evidently')).toBe(true);
    expect(isPresetName('toString')).toBe(false);
  });
  const pair = fc.tuple(
    fc.array(fc.option(fc.double({ min: -9, max: 9, noNaN: true })), { maxLength: 60 }),
    fc.array(fc.option(fc.double({ min: -9, max: 9 })), { maxLength: 60 })
  );
  test('give a number or the reason why there is none, whatever the rows', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...listPresets()), ([reference, current], preset) => {
        const result = runPreset(preset, reference, current);
        if (isDriftError(result)) {
          expect(result.message.length).toBeGreaterThan(20);
        } else {
          expect(result.comparison.value).not.toBeNaN();
        }
      })
    );
  });
  test('take every kind of sample, or say why not', () => {
    const numbers = [1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 9, 10, 11];
    const kinds: Sample[] = [
      numbers,
      sortedSample(numbers),
      { edges: [0, 4, 8, 12], counts: [5, 4, 5] },
      { values: numbers, weights: numbers },
      numbers.map((x) => (x > 5 ? 'high' : 'low')),
      { categories: ['low', 'high'], counts: [7, 7] },
      [],
      { categories: [], counts: [] },
    ];
    for (const preset of listPresets()) {
      for (const reference of kinds) {
        for (const current of kinds) {
          const result = runPreset(preset, reference, current);
          expect(isDriftError(result) ? result.message.length > 20 : !Number.isNaN(result.comparison.value)).toBe(true);
        }
      }
    }
  });
  test('say of counted categories what they say of the rows', () => {
    const rows = Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? 'a' : i % 2 === 0 ? 'b' : 'c'));
    const counts = { categories: ['c', 'b', 'a'], counts: [30, 30, 30] };
    for (const preset of listPresets().filter(({ name }) => name !== 'nannyml')) {
      const [ofRows, ofCounts] = [runPreset(preset, rows, rows), runPreset(preset, counts, counts)];
      if (isDriftError(ofRows) || isDriftError(ofCounts)) {
        expect(ofRows).toEqual(ofCounts);
      } else {
        expect([ofCounts.comparison.value, ofCounts.drift]).toEqual([ofRows.comparison.value, ofRows.drift]);
      }
    }
  });
  test.each(listPresets().map((preset) => [preset.name, preset] as const))(
    '%s finds no drift of rows against themselves, and some against others',
    (_, preset) => {
      const reference = seededSample('bell', 600, 5);
      expect(runPreset(preset, reference, reference)).toMatchObject({ drift: false });
      expect(runPreset(preset, reference, shifted(seededSample('bell', 600, 6), 3))).toMatchObject({ drift: true });
    }
  );
});

test('soundcheck is what assess says', () => {
  const pairs = [
    [seededSample('bell', 300, 1), shifted(seededSample('bell', 200, 2), 0.2)],
    [seededSample('ties', 300, 1), seededSample('ties', 200, 2)],
    [
      // Pooled to two categories, where a correction for continuity would show.
      ['a', 'a', 'b', ...new Array<string>(60).fill('c'), ...new Array<string>(2).fill('d')],
      ['b', ...new Array<string>(50).fill('c'), ...new Array<string>(9).fill('d')],
    ],
  ] as const;
  for (const [reference, current] of pairs) {
    const assessment = assess(reference, current);
    const result = runPreset(presets.soundcheck, reference, current);
    if (isDriftError(result)) {
      throw new Error(result.message);
    }
    expect(result.choice.test).toBe(assessment.test);
    expectClose(result.comparison.pValue, assessment.pValue ?? NaN, 1e-12);
  }
});
