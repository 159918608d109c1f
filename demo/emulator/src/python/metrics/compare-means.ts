import { boolean, float, integer, oneOf } from '../check/scalars.ts';
import { storedNumbers, UnfitColumn } from './cells.ts';
import { driftMetric } from './drift-metric.ts';
import { pythonMax } from './python-order.ts';
import { meansTest } from './statistics.ts';
import type { TestResult } from './statistics.ts';

interface MeansOptions {
  alpha: number;
  equalVar: boolean;
  nanPolicy: 'propagate' | 'raise' | 'omit';
}

type MeansResult = TestResult & { alpha: number; drift_detected: boolean };

/** Welch's t-test, or Student's where equal variances are assumed. Publishes the signed t. */
export const compareMeans = driftMetric<MeansOptions, MeansResult>({
  name: 'CompareMeans',
  paths: ['/metrics/drift/comparemeans', '/metrics/drift/meanshift'],
  definition: {
    name: 'Independent Two-Sample T-Test',
    description:
      'The independent two-sample t-test is used to determine whether two independent samples\n' +
      "    have significantly different means. This implementation uses Welch's t-test by default (equal_var=False),\n" +
      '    which does not assume equal population variances.\n\n' +
      '    For more information, see the following:\n' +
      '    1. https://en.wikipedia.org/wiki/Student%27s_t-test\n' +
      '    2. https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.ttest_ind.html\n    ',
  },
  trustsName: false,
  plainFailures: false,
  batchSize: integer({ gt: 0 }),
  options: (field) => ({
    alpha: field.optional('alpha', float({ gt: 0, lt: 1 }), 0.05),
    equalVar: field.optional('equalVar', boolean, false),
    nanPolicy: field.optional('nanPolicy', oneOf(['propagate', 'raise', 'omit'], 'literal_error'), 'omit'),
  }),
  compare: (reference, current, options) => {
    const { statistic, p_value } = test(storedNumbers(reference), storedNumbers(current), options);
    return { statistic, p_value, alpha: options.alpha, drift_detected: p_value < options.alpha };
  },
  reply: (results, { alpha }) => {
    const all = [...results.values()];
    const drifting = all.filter((result) => result.drift_detected);
    const shown = pythonMax(drifting.length > 0 ? drifting : all, (result) => Math.abs(result.statistic));
    return {
      status: 'success',
      value: Math.abs(shown?.statistic ?? NaN),
      drift_detected: drifting.length > 0,
      p_value: shown?.p_value ?? NaN,
      alpha,
      feature_results: Object.fromEntries(results),
    };
  },
  published: (reference, current, options) => test(storedNumbers(reference), storedNumbers(current), options).statistic,
  listed: ({ alpha, equalVar, nanPolicy }) => ({ alpha, equalVar, nanPolicy }),
});

function test(reference: Float64Array, current: Float64Array, options: MeansOptions): TestResult {
  if (options.nanPolicy !== 'omit' && (reference.some(Number.isNaN) || current.some(Number.isNaN))) {
    if (options.nanPolicy === 'raise') throw new UnfitColumn('The column contains NaN.');
    return { statistic: NaN, p_value: NaN };
  }
  return meansTest(reference, current, options.equalVar);
}
