import { float, integer } from '../check/scalars.ts';
import { ordered } from './cells.ts';
import { driftMetric } from './drift-metric.ts';
import { pythonMax, pythonMin } from './python-order.ts';
import { ksStatistic, ksTest } from './statistics.ts';
import type { TestResult } from './statistics.ts';

interface KsOptions {
  thresholdDelta: number;
}

type KsResult = TestResult & { alpha: number; drift_detected: 0 | 1 };

/** Two-sample Kolmogorov-Smirnov test. Publishes the statistic D, never the p-value. */
export const kolmogorovSmirnov = driftMetric<KsOptions, KsResult>({
  name: 'KSTest',
  paths: ['/metrics/drift/kstest'],
  definition: {
    name: 'Kolmogorov-Smirnov Test',
    description:
      'The two-sampled Kolmogorov-Smirnov test is a nonparametric statistical test.\n' +
      '    It can be used to determine whether two underlying one-dimensional probability distributions differ.\n\n' +
      '    For more information, see the following:\n' +
      '    1. https://en.wikipedia.org/wiki/Kolmogorov%E2%80%93Smirnov_test\n' +
      '    2. https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.kstest.html\n    ',
  },
  trustsName: false,
  plainFailures: true,
  batchSize: integer(),
  options: (field) => ({ thresholdDelta: field.optional('thresholdDelta', float(), 0.05) }),
  compare: (reference, current, { thresholdDelta: alpha }) => {
    const { statistic, p_value } = ksTest(...ordered(reference, current));
    return { statistic, p_value, alpha, drift_detected: p_value < alpha ? 1 : 0 };
  },
  reply: (results, { thresholdDelta: alpha }) => {
    const all = [...results.values()];
    return {
      status: 'success',
      value: pythonMax(all, (result) => result.statistic)?.statistic ?? NaN,
      drift_detected: all.some((result) => result.drift_detected === 1),
      p_value: pythonMin(all, (result) => result.p_value)?.p_value ?? NaN,
      alpha,
      feature_results: Object.fromEntries(results),
    };
  },
  published: (reference, current) => ksStatistic(...ordered(reference, current)),
  listed: () => ({}),
});
