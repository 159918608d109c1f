import type { CatalogueEntry, Meaning } from './meaning.ts';

const spd: Meaning = {
  metric: 'spd',
  valueIs: 'difference',
  label: 'Statistical parity difference',
  sentence:
    'Favourable rate of the unprivileged group minus that of the privileged one: 0 is fair, far from 0 on either side is not.',
  direction: 'two-sided',
  centre: 0,
  range: { min: -1, max: 1 },
  unit: 'none',
  defaultLimit: { value: 0.1, origin: 'service default, 0 ± 0.1' },
};

const dir: Meaning = {
  metric: 'dir',
  valueIs: 'ratio',
  label: 'Disparate impact ratio',
  sentence:
    'Favourable rate of the unprivileged group divided by that of the privileged one: 1 is fair, far from 1 on either side is not.',
  direction: 'two-sided',
  centre: 1,
  range: { min: 0, max: Infinity },
  unit: 'none',
  defaultLimit: { value: 0.2, origin: 'service default, 1 ± 0.2' },
};

const mean: Meaning = {
  metric: 'mean',
  valueIs: 'mean',
  label: 'Mean',
  sentence:
    'The mean of the last rows, in the units of the data: it is a level, it says nothing of drift without limits of your own.',
  direction: 'two-sided',
  range: { min: -Infinity, max: Infinity },
  unit: 'none',
};

const JAVA_GROUP = {
  modelLabel: 'model',
  featureLabel: 'protected',
  extraLabels: {
    outcome: 'outcome',
    favorable: 'favorable_value',
    privileged: 'privileged',
    unprivileged: 'unprivileged',
  },
} as const;
const PYTHON_GROUP = {
  modelLabel: 'modelId',
  featureLabel: 'protectedAttribute',
  extraLabels: { outcome: 'outcomeName' },
} as const;

/** Fairness between two groups of rows, and the plain mean of a column. */
export const groupEntries = {
  spd: {
    key: 'spd',
    label: 'Statistical parity difference',
    sentence: 'Do two groups get the favourable outcome equally often (difference)?',
    kind: 'fairness',
    needsNumeric: false,
    java: {
      ...JAVA_GROUP,
      endpoints: ['/metrics/group/fairness/spd'],
      series: ['trustyai_spd'],
      names: ['spd'],
      meaning: spd,
    },
    python: {
      ...PYTHON_GROUP,
      endpoints: ['/metrics/group/fairness/spd'],
      series: ['trustyai_spd'],
      names: ['spd'],
      meaning: spd,
    },
  },
  dir: {
    key: 'dir',
    label: 'Disparate impact ratio',
    sentence: 'Do two groups get the favourable outcome equally often (ratio)?',
    kind: 'fairness',
    needsNumeric: false,
    java: {
      ...JAVA_GROUP,
      endpoints: ['/metrics/group/fairness/dir'],
      series: ['trustyai_dir'],
      names: ['dir'],
      meaning: dir,
    },
    python: {
      ...PYTHON_GROUP,
      endpoints: ['/metrics/group/fairness/dir'],
      series: ['trustyai_dir'],
      names: ['dir'],
      meaning: dir,
    },
  },
  mean: {
    key: 'mean',
    label: 'Mean',
    sentence: 'What is the mean of a column over the last rows?',
    kind: 'mean',
    needsNumeric: true,
    java: {
      modelLabel: 'model',
      featureLabel: 'column',
      endpoints: ['/metrics/identity'],
      series: ['trustyai_identity'],
      names: ['identity'],
      meaning: mean,
    },
    python: {
      modelLabel: 'modelId',
      featureLabel: 'columnName',
      endpoints: ['/metrics/batchmean', '/metrics/identity'],
      series: ['trustyai_batchmean'],
      names: ['batchmean', 'identity'],
      meaning: mean,
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
