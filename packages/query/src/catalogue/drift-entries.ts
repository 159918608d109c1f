import type { CatalogueEntry, DialectEntry, Meaning } from './meaning.ts';

/** A test's p-value: the Java service publishes these. 0 is a strong finding, not "nothing". */
function pValue(metric: Meaning['metric'], test: string): Meaning {
  return {
    metric,
    valueIs: 'p_value',
    label: `${test}, p-value`,
    sentence: `How often equal distributions would differ this much by chance (${test}): low means drift.`,
    direction: 'low',
    range: { min: 0, max: 1 },
    unit: 'none',
    defaultLimit: { value: 0.05, origin: 'service default, thresholdDelta 5 %' },
  };
}

const JAVA = { modelLabel: 'model', featureLabel: 'subcategory' } as const;
const PYTHON = { modelLabel: 'modelId', featureLabel: 'subcategory' } as const;

function ksDistance(metric: 'ks' | 'ks-approximate', label: string): Meaning {
  return {
    metric,
    valueIs: 'ks_d',
    label,
    sentence: 'The largest gap between the two cumulative distributions: 0 is equal, 1 is disjoint, high means drift.',
    direction: 'high',
    range: { min: 0, max: 1 },
    unit: 'none',
  };
}

const compareMeansPython: DialectEntry = {
  ...PYTHON,
  endpoints: ['/metrics/drift/comparemeans', '/metrics/drift/meanshift'],
  series: ['trustyai_comparemeans'],
  names: ['comparemeans', 'meanshift'],
  meaning: {
    metric: 'compare-means',
    valueIs: 't',
    label: "Welch's t",
    sentence:
      'Reference mean minus current mean in standard errors: far from 0 on either side means drift, negative means the current mean is higher.',
    direction: 'two-sided',
    centre: 0,
    range: { min: -Infinity, max: Infinity },
    unit: 'none',
    defaultLimit: {
      value: 1.959963984540054,
      origin: 'normal quantile at 5 %, two-sided, for large samples (n unknown)',
    },
  },
};

/** Metrics that compare a reference with current rows. */
export const driftEntries = {
  'compare-means': {
    key: 'compare-means',
    label: 'Compare means',
    sentence: 'Has the mean of a feature moved?',
    kind: 'drift',
    needsNumeric: true,
    java: {
      ...JAVA,
      endpoints: ['/metrics/drift/meanshift'],
      series: ['trustyai_meanshift'],
      names: ['meanshift'],
      meaning: pValue('compare-means', 't-test of the means'),
    },
    python: compareMeansPython,
  },
  ks: {
    key: 'ks',
    label: 'Kolmogorov-Smirnov',
    sentence: 'Has the distribution of a feature changed anywhere?',
    kind: 'drift',
    needsNumeric: true,
    java: {
      ...JAVA,
      endpoints: ['/metrics/drift/kstest'],
      series: ['trustyai_kstest'],
      names: ['kstest'],
      meaning: pValue('ks', 'KS test'),
    },
    python: {
      ...PYTHON,
      endpoints: ['/metrics/drift/kstest'],
      series: ['trustyai_kstest'],
      names: ['kstest'],
      meaning: ksDistance('ks', 'KS distance D'),
    },
  },
  'ks-approximate': {
    key: 'ks-approximate',
    label: 'Kolmogorov-Smirnov, approximate',
    sentence:
      'The KS test on sketches of the data: cheaper on many rows, unreliable on columns with few distinct values.',
    kind: 'drift',
    needsNumeric: true,
    java: {
      ...JAVA,
      endpoints: ['/metrics/drift/approxkstest'],
      series: ['trustyai_approxkstest'],
      names: ['approxkstest'],
      meaning: pValue('ks-approximate', 'approximate KS test'),
    },
    python: {
      ...PYTHON,
      endpoints: ['/metrics/drift/ksteststreaming', '/metrics/drift/approxkstest'],
      series: ['trustyai_ksteststreaming', 'trustyai_approxkstest'],
      names: ['ksteststreaming', 'approxkstest'],
      meaning: ksDistance('ks-approximate', 'KS distance D, approximate'),
    },
  },
  'jensen-shannon': {
    key: 'jensen-shannon',
    label: 'Jensen-Shannon',
    sentence: 'How far apart are the two distributions of a feature?',
    kind: 'drift',
    needsNumeric: true,
    python: {
      ...PYTHON,
      endpoints: ['/metrics/drift/jensenshannon'],
      series: ['trustyai_jensenshannon'],
      names: ['jensenshannon'],
      meaning: {
        metric: 'jensen-shannon',
        valueIs: 'js_distance',
        label: 'Jensen-Shannon distance',
        sentence:
          'Distance of the two distributions, natural logarithm: 0 is equal, 0.83 is disjoint, high means drift.',
        direction: 'high',
        range: { min: 0, max: Math.sqrt(Math.LN2) },
        unit: 'none',
        defaultLimit: { value: 0.1, origin: 'service default, threshold 0.1' },
      },
    },
  },
  mmd: {
    key: 'mmd',
    label: 'Maximum mean discrepancy',
    sentence: 'Have the features changed together, correlations included?',
    kind: 'drift',
    needsNumeric: true,
    java: {
      modelLabel: 'model',
      endpoints: ['/metrics/drift/fouriermmd'],
      series: ['trustyai_fouriermmd'],
      names: ['fouriermmd'],
      meaning: {
        metric: 'mmd',
        valueIs: 'probability',
        label: 'Fourier MMD, probability of drift',
        sentence:
          'Probability that all features together have drifted: high means drift; with fewer rows than its window it raises false alarms.',
        direction: 'high',
        range: { min: 0, max: 1 },
        unit: 'percentunit',
        defaultLimit: { value: 0.05, origin: 'service default, thresholdDelta 5 %' },
      },
    },
    python: {
      modelLabel: 'modelId',
      endpoints: ['/metrics/drift/mmd', '/metrics/drift/fouriermmd'],
      series: ['trustyai_mmd', 'trustyai_fouriermmd'],
      names: ['mmd', 'fouriermmd'],
      meaning: {
        metric: 'mmd',
        valueIs: 'mmd2',
        label: 'MMD²',
        sentence:
          'Squared distance of the joint distributions, on a scale that depends on the data: high means drift, but it has no limit of its own.',
        direction: 'high',
        range: { min: 0, max: Infinity },
        unit: 'none',
      },
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
