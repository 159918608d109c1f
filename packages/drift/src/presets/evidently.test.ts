import { describe, expect, test } from 'vitest';
import type { TestName } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf } from '../testing/preset-columns.ts';
import type { Recipe } from '../testing/preset-columns.ts';
import { evidentlyBinned, evidentlyCategorical, evidentlyNumeric, evidentlySets } from '../testing/preset-evidently.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { evidently, evidentlyPreset } from './evidently.ts';
import type { EvidentlyTest } from './evidently.ts';
import type { Preset } from './preset.ts';
import { runPreset } from './run-preset.ts';
import { runPresetOnFeatures } from './run-preset-on-features.ts';

const ours: Record<string, TestName> = {
  ks: 'ks',
  wasserstein: 'wasserstein',
  chisquare: 'chi-square',
  z: 'z-proportions',
  jensenshannon: 'jensen-shannon',
};
const asked: Record<string, EvidentlyTest> = {
  jensenshannon: 'jensen-shannon',
  psi: 'psi',
  kl_div: 'kullback-leibler',
};

function run(preset: Preset, reference: Recipe, current: Recipe) {
  const result = runPreset(preset, columnOf(reference), columnOf(current));
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('agrees with evidently 0.7.23', () => {
  test.each([...evidentlyNumeric, ...evidentlyCategorical])(
    'by its own choice on %s v %s: %s',
    (...[reference, current, name, score, threshold, drifted]) => {
      const { choice, rule, comparison, drift } = run(evidently, reference, current);
      expect(choice.test).toBe(ours[name]);
      expect(rule.limit).toBe(threshold);
      // Its z-test forms 1 − cdf: in the tail it loses digits.
      expectClose(
        rule.by === 'p-value' ? comparison.pValue : comparison.value,
        score,
        name === 'z' ? Math.max(1e-9, 3e-16 / score) : 1e-9
      );
      expect(drift).toBe(drifted);
    }
  );
  test.each(evidentlyBinned)(
    'by the test asked for on %s v %s: %s',
    (...[reference, current, name, score, limit, drifted]) => {
      const test = asked[name] ?? 'psi';
      const { rule, comparison, drift } = run(
        evidentlyPreset({ numeric: test, categorical: test }),
        reference,
        current
      );
      expectClose(comparison.value, score);
      expect(rule.limit).toBe(limit);
      expect(drift).toBe(drifted);
    }
  );
  test.each(evidentlySets)('on the data set %s v %s', (...[references, currents, drifted, share, drift]) => {
    const features = references.map((recipe, i) => ({
      feature: `f${i}`,
      reference: columnOf(recipe),
      current: columnOf(currents[i] ?? recipe),
    }));
    expect(runPresetOnFeatures(evidently, features).dataSet).toMatchObject({
      n: references.length,
      nDrifted: drifted,
      value: share,
      drifted: drift,
    });
  });
});

describe('infinite values', () => {
  test('are dropped before rows and values are counted', () => {
    const rows = seededSample('bell', 1000, 1);
    const current = seededSample('bell', 300, 2);
    const withInfinite = Float64Array.from([...rows, Infinity, -Infinity]);
    expect(runPreset(evidently, withInfinite, current)).toEqual(runPreset(evidently, rows, current));
  });
});

describe('imitated, but bad for its user', () => {
  test('one row of a new category is χ² = ∞ and p = 0', () => {
    const reference = Array.from({ length: 300 }, (_, i) => (i % 2 ? 'a' : 'b'));
    const result = runPreset(evidently, reference, [...reference, 'c']);
    expect(result).toMatchObject({ comparison: { value: Infinity, pValue: 0 }, drift: true });
  });
  test('the same data drift with 1,000 reference rows and not with 1,001', () => {
    const row = (n: number): Recipe => `cut 0.5 | ${n} 11 0 1 0`;
    const current: Recipe = 'cut 0.6 | 400 12 0 1 0';
    expect(run(evidently, row(1000), current).drift).toBe(true);
    expect(run(evidently, row(1001), current).drift).toBe(false);
  });
});

describe('not imitated', () => {
  test('a standard deviation under 0.001 is not taken for 0.001: a feature in small units drifts as any other', () => {
    const reference = seededSample('bell', 1500, 1);
    const current = seededSample('bell', 900, 2).map((x) => x + 0.5);
    const scaled = (rows: Float64Array) => rows.map((x) => x * 2 ** -20);
    expect(runPreset(evidently, scaled(reference), scaled(current))).toMatchObject({ drift: true });
  });
});
