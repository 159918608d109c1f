import { energyDistance } from './distances/energy.ts';
import { hellinger } from './distances/hellinger.ts';
import { jensenShannon } from './distances/jensen-shannon.ts';
import type { JensenShannonOptions } from './distances/jensen-shannon.ts';
import { lInfinity } from './distances/l-infinity.ts';
import type { LInfinityOptions } from './distances/l-infinity.ts';
import { psi } from './distances/psi.ts';
import type { PsiOptions } from './distances/psi.ts';
import { totalVariation } from './distances/total-variation.ts';
import { wasserstein } from './distances/wasserstein.ts';
import type { WassersteinOptions } from './distances/wasserstein.ts';
import type { BinOptions } from './bins/common-cells.ts';
import type { Sample } from './samples/sample.ts';
import { chiSquare } from './tests/chi-square.ts';
import type { ChiSquareOptions } from './tests/chi-square.ts';
import { kolmogorovSmirnov } from './tests/kolmogorov-smirnov.ts';
import type { KsOptions } from './tests/kolmogorov-smirnov.ts';
import { cramerVonMises } from './tests/cramer-von-mises.ts';
import type { CramerVonMisesOptions } from './tests/cramer-von-mises.ts';
import { javaMeanShift } from './tests/java-mean-shift.ts';
import { kuiper } from './tests/kuiper.ts';
import { mannWhitney } from './tests/mann-whitney.ts';
import type { MannWhitneyOptions } from './tests/mann-whitney.ts';
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
  wasserstein: WassersteinOptions;
  energy: Record<never, never>;
  hellinger: BinOptions;
  'total-variation': BinOptions;
  'l-infinity': LInfinityOptions;
  'cramer-von-mises': CramerVonMisesOptions;
  'mann-whitney': MannWhitneyOptions;
  kuiper: Record<never, never>;
  'java-mean-shift': Record<never, never>;
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
  wasserstein,
  energy: energyDistance,
  hellinger,
  'total-variation': totalVariation,
  'l-infinity': lInfinity,
  'cramer-von-mises': cramerVonMises,
  'mann-whitney': mannWhitney,
  kuiper,
  'java-mean-shift': javaMeanShift,
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
