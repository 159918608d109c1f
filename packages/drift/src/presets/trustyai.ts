import { notNumeric } from '../errors.ts';
import type { FeatureFacts, Preset, PresetChoice } from './preset.ts';
import type { DriftError } from '../types.ts';

/** Neither service compares text columns. */
function numbersOnly({ kind }: FeatureFacts, choice: PresetChoice): PresetChoice | DriftError {
  return kind === 'numeric' ? choice : notNumeric('reference');
}

/** The mean shift of TrustyAI's Java service, whose published value is the p-value. */
export const trustyAiJava: Preset = {
  name: 'trustyai-java',
  title: 'TrustyAI (Java)',
  source: 'trustyai-explainability 8c01552, Meanshift and MeanshiftEndpoint',
  says: 'A t-test between Welch’s and Student’s (population variances, n + m − 2 degrees of freedom); drift where p is at most 0.05; text is left out.',
  choose: (facts) =>
    numbersOnly(facts, {
      test: 'java-mean-shift',
      rule: {
        by: 'p-value',
        direction: 'low',
        limit: 0.05,
        inclusive: true,
        origin: 'METRICS_DRIFT_THRESHOLD_DELTA, the default thresholdDelta',
      },
    }),
  adjustment: 'none',
  dataSet: { by: 'none' },
};

/** The drift metrics of the Python service that look at one column alone. */
export type TrustyAiMetric = 'comparemeans' | 'kstest' | 'jensenshannon';

const alpha = { by: 'p-value', direction: 'low', limit: 0.05, origin: "the service's default alpha" } as const;

const choices: Record<TrustyAiMetric, PresetChoice> = {
  comparemeans: { test: 'welch-t', rule: alpha },
  kstest: { test: 'ks', rule: alpha },
  jensenshannon: {
    test: 'jensen-shannon',
    rule: { by: 'value', direction: 'high', limit: 0.1, origin: "the service's default threshold" },
  },
};

/** TrustyAI's Python service: Welch's t (its mean shift too), scipy's KS, or Jensen–Shannon of two kernel densities. */
export function trustyAiPythonPreset(metric: TrustyAiMetric = 'comparemeans'): Preset {
  return {
    name: 'trustyai-python',
    title: 'TrustyAI (Python)',
    source: 'trustyai-service, endpoints/metrics/drift, by scipy',
    says: 'Welch’s t-test (or KS, or Jensen–Shannon of kernel densities above 0.1); drift where p is under 0.05; text is left out.',
    choose: (facts) => numbersOnly(facts, choices[metric]),
    adjustment: 'none',
    dataSet: { by: 'none' },
  };
}

export const trustyAiPython = trustyAiPythonPreset();
