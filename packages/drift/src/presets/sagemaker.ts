import type { DriftRule, Preset } from './preset.ts';

const rule: DriftRule = {
  by: 'value',
  direction: 'high',
  limit: 0.1,
  origin: "Model Monitor's default comparison_threshold",
};

/**
 * Amazon SageMaker Model Monitor by deequ: the greatest gap of the distribution functions (numbers) or of the shares
 * (categories), less 1.8 √((n + m)/(nm)). deequ takes numbers through a KLL sketch; the gap is exact here.
 */
export const sagemaker: Preset = {
  name: 'sagemaker',
  title: 'Amazon SageMaker (deequ)',
  source:
    'deequ 2, com.amazon.deequ.analyzers.Distance; SageMaker’s schema of constraints.json, comparison_method Robust',
  says: 'A distance that leaves out what chance explains, so that few rows do not alarm; no p-value, no correction.',
  choose: () => ({ test: 'l-infinity', options: { robust: true }, rule }),
  adjustment: 'none',
  dataSet: { by: 'any' },
};
