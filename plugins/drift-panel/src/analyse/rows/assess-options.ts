import { presets, type AssessManyOptions, type Chosen, type TestName } from '@soundcheck/drift';
import type { AnalysisSettings } from '../settings.ts';

/** Each test with the options that make it right for most data; the others as the library has them. */
const CHOICES: { [T in TestName]: Chosen<T> } = {
  ks: { test: 'ks', options: { method: 'given-ties' } },
  'welch-t': { test: 'welch-t' },
  'student-t': { test: 'student-t' },
  'jensen-shannon': { test: 'jensen-shannon' },
  psi: { test: 'psi' },
  'chi-square': { test: 'chi-square', options: { correction: false } },
  wasserstein: { test: 'wasserstein' },
  energy: { test: 'energy' },
  hellinger: { test: 'hellinger' },
  'total-variation': { test: 'total-variation' },
  'l-infinity': { test: 'l-infinity' },
  'cramer-von-mises': { test: 'cramer-von-mises' },
  'mann-whitney': { test: 'mann-whitney' },
  kuiper: { test: 'kuiper' },
  'java-mean-shift': { test: 'java-mean-shift' },
  'g-test': { test: 'g-test' },
  'fisher-exact': { test: 'fisher-exact' },
  'z-proportions': { test: 'z-proportions' },
  'cramers-v': { test: 'cramers-v' },
  'kullback-leibler': { test: 'kullback-leibler' },
  bhattacharyya: { test: 'bhattacharyya' },
  'histogram-intersection': { test: 'histogram-intersection' },
  'anderson-darling': { test: 'anderson-darling' },
  'epps-singleton': { test: 'epps-singleton' },
  mmd: { test: 'mmd' },
  'domain-classifier': { test: 'domain-classifier' },
};

/**
 * What the settings mean for @soundcheck/drift. The preset of another tool brings its own tests, levels, correction and
 * least rows; a test that is picked by name puts such a preset aside.
 */
export function assessOptionsOf(settings: AnalysisSettings): AssessManyOptions {
  const { preset, numericTest, categoricalTest, alpha, correction, minRows } = settings;
  if (preset !== 'soundcheck' && !picksTest(settings)) {
    return { preset: presets[preset] };
  }
  const tests = {
    ...(numericTest !== 'preset' && { numeric: CHOICES[numericTest] }),
    ...(categoricalTest !== 'preset' && { categorical: CHOICES[categoricalTest] }),
  };
  return { alpha, adjustment: correction, minimumRows: minRows, ...(picksTest(settings) && { tests }) };
}

/** A test is picked by name, so that no preset chooses. */
export function picksTest({ numericTest, categoricalTest }: AnalysisSettings): boolean {
  return numericTest !== 'preset' || categoricalTest !== 'preset';
}
