import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf } from '../testing/preset-columns.ts';
import type { Recipe } from '../testing/preset-columns.ts';
import { deequPairs, fiddlerPairs, trustyAiJavaPairs, trustyAiPythonPairs } from '../testing/preset-formulas.ts';
import { fiddler } from './fiddler.ts';
import type { Preset } from './preset.ts';
import { runPreset } from './run-preset.ts';
import { sagemaker } from './sagemaker.ts';
import { trustyAiJava, trustyAiPython, trustyAiPythonPreset } from './trustyai.ts';

function run(preset: Preset, reference: Recipe, current: Recipe) {
  const result = runPreset(preset, columnOf(reference), columnOf(current));
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('worked out by numpy and scipy from published formulas', () => {
  test.each(deequPairs)('deequ, robust L∞ of %s v %s', (reference, current, value, drift) => {
    const result = run(sagemaker, reference, current);
    // The gap less nearly the same: what is left of it has fewer digits.
    expect(Math.abs(result.comparison.value - value)).toBeLessThan(1e-14);
    expect(result.drift).toBe(drift);
  });
  test.each(fiddlerPairs)('Fiddler, PSI of %s v %s', (reference, current, value) => {
    expectClose(run(fiddler, reference, current).comparison.value, value);
  });
  test.each(trustyAiJavaPairs)('TrustyAI Java, mean shift of %s v %s', (...[reference, current, t, p, drift]) => {
    const result = run(trustyAiJava, reference, current);
    expectClose(result.comparison.value, t);
    expectClose(result.comparison.pValue, p);
    expect(result.drift).toBe(drift);
  });
  test.each(trustyAiPythonPairs)('TrustyAI Python of %s v %s', (...[reference, current, ...expected]) => {
    const [t, tP, tDrift, d, dP, dDrift, js, jsDrift] = expected;
    const means = run(trustyAiPython, reference, current);
    expectClose(means.comparison.value, t);
    expectClose(means.comparison.pValue, tP);
    expect(means.drift).toBe(tDrift);
    const ks = run(trustyAiPythonPreset('kstest'), reference, current);
    expectClose(ks.comparison.value, d);
    expectClose(ks.comparison.pValue, dP);
    expect(ks.drift).toBe(dDrift);
    const distance = run(trustyAiPythonPreset('jensenshannon'), reference, current);
    expectClose(distance.comparison.value, js);
    expect(distance.drift).toBe(jsDrift);
  });
});

test('TrustyAI’s services do not compare text', () => {
  for (const preset of [trustyAiJava, trustyAiPython]) {
    expect(runPreset(preset, ['a', 'b'], ['a', 'b'])).toMatchObject({ error: 'not numeric' });
  }
});
