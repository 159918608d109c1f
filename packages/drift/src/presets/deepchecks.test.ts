import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf, numbersIn, truthsIn } from '../testing/preset-columns.ts';
import {
  deepchecksAggregates,
  deepchecksCategorical,
  deepchecksNumeric,
  deepchecksSets,
} from '../testing/preset-deepchecks.ts';
import { dataSetScore } from '../data-set/data-set-score.ts';
import { deepchecks, deepchecksPreset } from './deepchecks.ts';
import type { DeepchecksOptions } from './deepchecks.ts';
import { runPreset } from './run-preset.ts';
import { runPresetOnFeatures } from './run-preset-on-features.ts';

/** The scores that are not the default. */
const asked: Record<string, DeepchecksOptions> = {
  "Earth Mover's Distance": { numeric: 'emd' },
  PSI: { categorical: 'psi' },
};

describe('agrees with deepchecks 0.19.1', () => {
  test.each([...deepchecksNumeric, ...deepchecksCategorical])(
    '%s v %s: %s',
    (...[reference, current, method, score, fails]) => {
      const result = runPreset(deepchecksPreset(asked[method]), columnOf(reference), columnOf(current));
      if (method === 'none') {
        expect(result).toMatchObject({ error: 'too few rows' });
        return;
      }
      if (isDriftError(result)) {
        throw new Error(result.message);
      }
      expectClose(result.comparison.value, score);
      expect(result.drift).toBe(fails);
    }
  );
  test.each(deepchecksAggregates)('aggregate %s with importances "%s" of %s', (method, weights, scores, expected) => {
    const by = ({ l3_weighted: 'l3', l5_weighted: 'l5', weighted: 'weighted', mean: 'mean', max: 'max' } as const)[
      method
    ];
    const importances = numbersIn(weights);
    const features = numbersIn(scores).map((score, i) => ({ score, importance: importances[i] ?? NaN }));
    const result = dataSetScore(features, by);
    expectClose(isDriftError(result) ? NaN : result.value, expected);
  });
  test.each(deepchecksSets)('FeatureDrift of %s v %s', (references, currents, drifted, fails) => {
    const features = references.map((recipe, i) => ({
      feature: `f${i}`,
      reference: columnOf(recipe),
      current: columnOf(currents[i] ?? recipe),
      importance: [0.5, 0.2, 0.2, 0.1][i] ?? 0,
    }));
    const results = runPresetOnFeatures(deepchecks, features);
    expect(results.features.map(({ drift }) => drift)).toEqual(truthsIn(drifted));
    expect(isDriftError(results.dataSet) ? undefined : results.dataSet.drifted).toBe(fails);
    expectClose(results.score, deepchecksAggregates[0][3]);
  });
});

describe('imitated, but bad for its user', () => {
  test('more than a hundred categories of equal share are all rare: one category is left, and nothing drifts', () => {
    const rows = (n: number, from: number) => Array.from({ length: n }, (_, i) => `id ${from + (i % 150)}`);
    expect(runPreset(deepchecks, rows(3000, 0), rows(3000, 500))).toMatchObject({
      comparison: { value: 0 },
      drift: false,
    });
  });
});
