import type { Dialect, MetricKey } from '@soundcheck/query';
import { series } from './promtool.ts';

/** Series as the two services publish them and Prometheus scrapes them, written down apart from the code under test. */

export const PLACE = { namespace: 'ns', job: 'trustyai-service' } as const;
const JAVA = { ...PLACE, model: 'm', metricName: 'x', batch_size: '500', instance: 'i', pod: 'p', request: 'r1' };
const PYTHON = { ...PLACE, modelId: 'm', metricName: 'x', instance: 'i', pod: 'p', request: 'r1' };
const COMPARED = { ...PYTHON, referenceTag: 'TRAINING', fitColumns: 'a,b' };

type Labels = Record<string, string>;
const NAMES: Record<MetricKey, Partial<Record<Dialect, [string, Labels]>>> = {
  ks: {
    java: ['trustyai_kstest', { ...JAVA, subcategory: 'a' }],
    python: ['trustyai_kstest', { ...COMPARED, subcategory: 'a' }],
  },
  'ks-approximate': {
    java: ['trustyai_approxkstest', { ...JAVA, subcategory: 'a' }],
    python: ['trustyai_ksteststreaming', { ...COMPARED, epsilon: '0.01', subcategory: 'a' }],
  },
  'compare-means': {
    java: ['trustyai_meanshift', { ...JAVA, subcategory: 'a' }],
    python: ['trustyai_comparemeans', { ...COMPARED, subcategory: 'a' }],
  },
  'jensen-shannon': { python: ['trustyai_jensenshannon', { ...COMPARED, subcategory: 'a' }] },
  mmd: { java: ['trustyai_fouriermmd', JAVA], python: ['trustyai_mmd', COMPARED] },
  spd: {
    java: [
      'trustyai_spd',
      { ...JAVA, protected: 'sex', privileged: '1', unprivileged: '0', outcome: 'y', favorable_value: '1' },
    ],
    python: ['trustyai_spd', { ...PYTHON, protectedAttribute: 'sex', outcomeName: 'y' }],
  },
  dir: {
    java: [
      'trustyai_dir',
      { ...JAVA, protected: 'sex', privileged: '1.0', unprivileged: '0.0', outcome: 'y', favorable_value: '1.0' },
    ],
    python: ['trustyai_dir', { ...PYTHON, protectedAttribute: 'sex', outcomeName: 'y' }],
  },
  mean: {
    java: ['trustyai_identity', { ...JAVA, column: 'a' }],
    python: ['trustyai_batchmean', { ...PYTHON, columnName: 'a' }],
  },
};

/** One series of a metric; `labels` over those that it has by default. Undefined where the service has no such metric. */
export function published(metric: MetricKey, dialect: Dialect, labels: Labels = {}): string | undefined {
  const found = NAMES[metric][dialect];
  return found && series(found[0], { ...found[1], ...labels });
}

/** The number of rows that the service holds, reference rows included. */
export function rowsGauge(labels: Labels = {}): string {
  return series('trustyai_model_observations_total', {
    ...PLACE,
    model: 'm',
    request: 'o',
    instance: 'i',
    pod: 'p',
    ...labels,
  });
}

export function upGauge(): string {
  return series('up', { ...PLACE, instance: 'i', pod: 'p' });
}
