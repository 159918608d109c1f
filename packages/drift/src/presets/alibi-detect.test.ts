import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import { alibiCategories, alibiPairs, alibiTabular } from '../testing/preset-alibi.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf, numbersIn, truthsIn } from '../testing/preset-columns.ts';
import type { Recipe } from '../testing/preset-columns.ts';
import { alibiDetect, alibiDetectPreset } from './alibi-detect.ts';
import { isPastRule } from './past-rule.ts';
import type { Preset } from './preset.ts';
import { runPreset } from './run-preset.ts';
import { runPresetOnFeatures } from './run-preset-on-features.ts';

/** alibi-detect keeps 24 bits of every number. */
const tolerance = 1.2e-7;

function run(preset: Preset, reference: Recipe, current: Recipe) {
  const result = runPreset(preset, columnOf(reference), columnOf(current));
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('agrees with alibi-detect 0.13.0', () => {
  test.each(alibiPairs)(
    'KSDrift and CVMDrift of %s v %s',
    (...[reference, current, d, p, drift, t, cvmP, cvmDrift]) => {
      const ks = run(alibiDetect, reference, current);
      expectClose(ks.comparison.value, d, tolerance);
      expectClose(ks.comparison.pValue, p, tolerance);
      expect(ks.drift).toBe(drift);
      const cvm = run(alibiDetectPreset({ numeric: 'cramer-von-mises' }), reference, current);
      expectClose(cvm.comparison.value, t, tolerance);
      expect(cvm.drift).toBe(cvmDrift);
      // scipy forms 1 − cdf and ends its series early: under 1e-6 only the order of magnitude of its error is left.
      if (cvmP > 1e-6) {
        expectClose(cvm.comparison.pValue, cvmP, tolerance);
      } else {
        expect(cvm.comparison.pValue).toBeLessThan(1e-8);
      }
    }
  );
  test.each(alibiCategories)('ChiSquareDrift of %s v %s', (...[reference, current, value, p, drift]) => {
    const result = run(alibiDetect, reference, current);
    expectClose(result.comparison.value, value, tolerance);
    expectClose(result.comparison.pValue, p, tolerance * 10);
    expect(result.drift).toBe(drift);
  });
  test.each(alibiTabular)(
    'TabularDrift of %s v %s, %s',
    (...[references, currents, correction, values, pTexts, drifts, thresholds, batch]) => {
      const ps = numbersIn(pTexts);
      const features = references.map((recipe, i) => ({
        feature: `f${i}`,
        reference: columnOf(recipe),
        current: columnOf(currents[i] ?? recipe),
      }));
      const { features: results, dataSet } = runPresetOnFeatures(alibiDetectPreset({ correction }), features);
      const found = results.map(({ result }) => {
        if (isDriftError(result)) {
          throw new Error(result.message);
        }
        return result;
      });
      numbersIn(values).forEach((value, i) => expectClose(found[i]?.comparison.value, value, tolerance));
      ps.forEach((p, i) => expectClose(found[i]?.comparison.pValue, p, tolerance * 10));
      expect(found.map(({ drift }) => drift)).toEqual(truthsIn(drifts));
      expect(dataSet).toMatchObject({ drifted: batch });
      // Past alibi-detect's threshold is what is left after our correction.
      if (batch || correction === 'bonferroni') {
        expect(results.map(({ drift }) => drift)).toEqual(ps.map((p) => p < (numbersIn(thresholds)[0] ?? NaN)));
      }
    }
  );
  test('the corrections part ways on some batch', () => {
    const verdicts = alibiTabular.map((row) => row[7]);
    expect(verdicts.filter((_, i) => i % 2 === 0)).not.toEqual(verdicts.filter((_, i) => i % 2 === 1));
  });
  test('a p-value on the limit is no drift, though Benjamini & Hochberg have it one', () => {
    const { choice } = run(alibiDetectPreset({ correction: 'fdr' }), alibiPairs[0][0], alibiPairs[0][1]);
    const onLimit = { value: 0, nReference: 1, nCurrent: 1, variant: '', pValue: 0.05 };
    expect(typeof choice.rule === 'object' && isPastRule(choice.rule, onLimit)).toBe(false);
  });
});
