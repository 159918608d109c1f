import { jensenShannon } from './distances/jensen-shannon.ts';
import type { JensenShannonOptions } from './distances/jensen-shannon.ts';
import { psi } from './distances/psi.ts';
import type { PsiOptions } from './distances/psi.ts';
import type { Sample } from './samples/sample.ts';
import { chiSquare } from './tests/chi-square.ts';
import type { ChiSquareOptions } from './tests/chi-square.ts';
import { kolmogorovSmirnov } from './tests/kolmogorov-smirnov.ts';
import type { KsOptions } from './tests/kolmogorov-smirnov.ts';
import { studentT } from './tests/student-t.ts';
import { welchT } from './tests/welch-t.ts';
import type { Comparison, DriftError } from './types.ts';

/** The tests there are, each with its options. */
export interface TestOptions {
  ks: KsOptions;
  'welch-t': Record<never, never>;
  'student-t': Record<never, never>;
  'jensen-shannon': JensenShannonOptions;
  psi: PsiOptions;
  'chi-square': ChiSquareOptions;
}

export type TestName = keyof TestOptions;

type Tests = {
  [T in TestName]: (reference: Sample, current: Sample, options?: TestOptions[T]) => Comparison | DriftError;
};

const tests: Tests = {
  ks: kolmogorovSmirnov,
  'welch-t': welchT,
  'student-t': studentT,
  'jensen-shannon': jensenShannon,
  psi,
  'chi-square': chiSquare,
};

/**
 * Compares the current sample with the reference by one named test.
 * Bad data gives a `DriftError` (test with `isDriftError`), never an exception and never NaN.
 * Missing values are left out and counted in the result.
 */
export function compare<T extends TestName>(
  test: T,
  reference: Sample,
  current: Sample,
  options?: TestOptions[T]
): Comparison | DriftError {
  return tests[test](reference, current, options);
}
