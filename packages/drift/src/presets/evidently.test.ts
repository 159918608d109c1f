import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import type { TestName } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf } from '../testing/preset-columns.ts';
import type { Recipe } from '../testing/preset-columns.ts';
import {
  evidentlyAsked,
  evidentlyFall,
  evidentlyBinned,
  evidentlyCategorical,
  evidentlyNumeric,
  evidentlySets,
} from '../testing/preset-evidently.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { evidently, evidentlyPreset } from './evidently.ts';
import type { EvidentlyOptions } from './evidently.ts';
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
const asked: Record<string, EvidentlyOptions> = {
  jensenshannon: { numeric: 'jensen-shannon', categorical: 'jensen-shannon' },
  psi: { numeric: 'psi', categorical: 'psi' },
  kl_div: { numeric: 'kullback-leibler', categorical: 'kullback-leibler' },
  hellinger: { numeric: 'hellinger', categorical: 'hellinger' },
  ks: { numeric: 'ks' },
  wasserstein: { numeric: 'wasserstein' },
  t_test: { numeric: 'student-t' },
  cramer_von_mises: { numeric: 'cramer-von-mises' },
  ed: { numeric: 'energy' },
  chisquare: { categorical: 'chi-square' },
  z: { categorical: 'z-proportions' },
};

/** Absolute errors of p-values that evidently forms as 1 − cdf, of Cramér–von Mises from a series cut short. */
const lost: Record<string, number> = { z: 1e-15, cramer_von_mises: 1e-9 };

function toleranceOf(name: string, score: number): number {
  return Math.max(1e-9, (lost[name] ?? 0) / score);
}

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
      expectClose(rule.by === 'p-value' ? comparison.pValue : comparison.value, score, toleranceOf(name, score));
      expect(drift).toBe(drifted);
    }
  );
  test.each([...evidentlyBinned, ...evidentlyAsked])(
    'by the test asked for on %s v %s: %s',
    (...[reference, current, name, score, limit, drifted]) => {
      const { rule, comparison, drift } = run(evidentlyPreset(asked[name]), reference, current);
      expectClose(rule.by === 'p-value' ? comparison.pValue : comparison.value, score, toleranceOf(name, score));
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
  test.each(evidentlyFall)(
    '%s fell to %s: its one-sided Mann–Whitney test sees nothing',
    (reference, current, ...theirs) => {
      const [, p, , drifted] = theirs;
      expect(p).toBeGreaterThan(0.99);
      expect(drifted).toBe(false);
      const ours = compare('mann-whitney', columnOf(reference), columnOf(current));
      expect('pValue' in ours && ours.pValue).toBeLessThan(1e-20);
    }
  );
});
