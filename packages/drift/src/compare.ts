import { energyDistance, energyDescription } from './distances/energy.ts';
import type { EnergyOptions } from './distances/energy.ts';
import { hellinger, hellingerDescription } from './distances/hellinger.ts';
import { jensenShannon, jensenShannonDescription } from './distances/jensen-shannon.ts';
import type { JensenShannonOptions } from './distances/jensen-shannon.ts';
import { lInfinity, lInfinityDescription } from './distances/l-infinity.ts';
import type { LInfinityOptions } from './distances/l-infinity.ts';
import { psi, psiDescription } from './distances/psi.ts';
import type { PsiOptions } from './distances/psi.ts';
import { totalVariation, totalVariationDescription } from './distances/total-variation.ts';
import { wasserstein, wassersteinDescription } from './distances/wasserstein.ts';
import type { WassersteinOptions } from './distances/wasserstein.ts';
import type { BinOptions } from './bins/common-cells.ts';
import { isWeighted } from './samples/sample.ts';
import type { Sample } from './samples/sample.ts';
import { ofWeights } from './samples/of-weights.ts';
import { chiSquare, chiSquareDescription } from './tests/chi-square.ts';
import type { ChiSquareOptions } from './tests/chi-square.ts';
import { kolmogorovSmirnov, ksDescription } from './tests/kolmogorov-smirnov.ts';
import type { KsOptions } from './tests/kolmogorov-smirnov.ts';
import { cramerVonMises, cramerVonMisesDescription } from './tests/cramer-von-mises.ts';
import type { CramerVonMisesOptions } from './tests/cramer-von-mises.ts';
import { javaMeanShift, javaMeanShiftDescription } from './tests/java-mean-shift.ts';
import { kuiper, kuiperDescription } from './tests/kuiper.ts';
import { mannWhitney, mannWhitneyDescription } from './tests/mann-whitney.ts';
import type { MannWhitneyOptions } from './tests/mann-whitney.ts';
import { studentT, studentTDescription } from './tests/student-t.ts';
import { welchT, welchTDescription } from './tests/welch-t.ts';
import { bhattacharyya, bhattacharyyaDescription } from './distances/bhattacharyya.ts';
import type { BhattacharyyaOptions } from './distances/bhattacharyya.ts';
import { histogramIntersection, histogramIntersectionDescription } from './distances/histogram-intersection.ts';
import type { HistogramIntersectionOptions } from './distances/histogram-intersection.ts';
import { kullbackLeibler, kullbackLeiblerDescription } from './distances/kullback-leibler.ts';
import type { KullbackLeiblerOptions } from './distances/kullback-leibler.ts';
import { cramersV, cramersVDescription } from './tests/cramers-v.ts';
import type { CramersVOptions } from './tests/cramers-v.ts';
import { fisherExact, fisherExactDescription } from './tests/fisher-exact.ts';
import type { FisherExactOptions } from './tests/fisher-exact.ts';
import { gTest, gTestDescription } from './tests/g-test.ts';
import type { GTestOptions } from './tests/g-test.ts';
import { zProportions, zProportionsDescription } from './tests/z-proportions.ts';
import type { ZProportionsOptions } from './tests/z-proportions.ts';
import { andersonDarling, andersonDarlingDescription } from './tests/anderson-darling.ts';
import type { AndersonDarlingOptions } from './tests/anderson-darling.ts';
import { eppsSingleton, eppsSingletonDescription } from './tests/epps-singleton.ts';
import type { EppsSingletonOptions } from './tests/epps-singleton.ts';
import { mmd, mmdDescription } from './distances/mmd.ts';
import type { MmdOptions } from './distances/mmd.ts';
import { domainClassifier, domainClassifierDescription } from './tests/domain-classifier.ts';
import type { DomainClassifierOptions } from './tests/domain-classifier.ts';
import type { Description } from './description.ts';
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
  energy: EnergyOptions;
  hellinger: BinOptions;
  'total-variation': BinOptions;
  'l-infinity': LInfinityOptions;
  'cramer-von-mises': CramerVonMisesOptions;
  'mann-whitney': MannWhitneyOptions;
  kuiper: Record<never, never>;
  'java-mean-shift': Record<never, never>;
  'g-test': GTestOptions;
  'fisher-exact': FisherExactOptions;
  'z-proportions': ZProportionsOptions;
  'cramers-v': CramersVOptions;
  'kullback-leibler': KullbackLeiblerOptions;
  bhattacharyya: BhattacharyyaOptions;
  'histogram-intersection': HistogramIntersectionOptions;
  'anderson-darling': AndersonDarlingOptions;
  'epps-singleton': EppsSingletonOptions;
  mmd: MmdOptions;
  'domain-classifier': DomainClassifierOptions;
}

/** The name of a test. */
export type TestName = keyof TestOptions;

type Tests = {
  [T in TestName]: {
    run: (reference: Sample, current: Sample, options?: TestOptions[T]) => Comparison | DriftError;
    description: Description;
  };
};

/** The registry: one row a test. A new test stands here, in `TestOptions`, and nowhere else. */
export const tests: Tests = {
  ks: { run: kolmogorovSmirnov, description: ksDescription },
  'welch-t': { run: welchT, description: welchTDescription },
  'student-t': { run: studentT, description: studentTDescription },
  'jensen-shannon': { run: jensenShannon, description: jensenShannonDescription },
  psi: { run: psi, description: psiDescription },
  'chi-square': { run: chiSquare, description: chiSquareDescription },
  wasserstein: { run: wasserstein, description: wassersteinDescription },
  energy: { run: energyDistance, description: energyDescription },
  hellinger: { run: hellinger, description: hellingerDescription },
  'total-variation': { run: totalVariation, description: totalVariationDescription },
  'l-infinity': { run: lInfinity, description: lInfinityDescription },
  'cramer-von-mises': { run: cramerVonMises, description: cramerVonMisesDescription },
  'mann-whitney': { run: mannWhitney, description: mannWhitneyDescription },
  kuiper: { run: kuiper, description: kuiperDescription },
  'java-mean-shift': { run: javaMeanShift, description: javaMeanShiftDescription },
  'g-test': { run: gTest, description: gTestDescription },
  'fisher-exact': { run: fisherExact, description: fisherExactDescription },
  'z-proportions': { run: zProportions, description: zProportionsDescription },
  'cramers-v': { run: cramersV, description: cramersVDescription },
  'kullback-leibler': { run: kullbackLeibler, description: kullbackLeiblerDescription },
  bhattacharyya: { run: bhattacharyya, description: bhattacharyyaDescription },
  'histogram-intersection': { run: histogramIntersection, description: histogramIntersectionDescription },
  'anderson-darling': { run: andersonDarling, description: andersonDarlingDescription },
  'epps-singleton': { run: eppsSingleton, description: eppsSingletonDescription },
  mmd: { run: mmd, description: mmdDescription },
  'domain-classifier': { run: domainClassifier, description: domainClassifierDescription },
};

/**
 * Compares the current sample with the reference by one named test.
 * Bad data gives a `DriftError` (test with `isDriftError`), never an exception and never NaN.
 * Missing values are left out and counted in the result. Weighted rows give no p-value: weights are no number of rows.
 */
export function compare<T extends TestName>(
  test: T,
  reference: Sample,
  current: Sample,
  options?: TestOptions[T]
): Comparison | DriftError {
  const { run, description } = tests[test];
  return isWeighted(reference) || isWeighted(current)
    ? ofWeights(description, () => run(reference, current, options))
    : run(reference, current, options);
}
