import { catalogue } from '../catalogue/catalogue.ts';
import type { Dialect } from '../catalogue/meaning.ts';
import type { MetricKey } from '../core/operations.ts';
import type { Schedule, Tag } from '../service/model.ts';
import type { Published } from '../service/published.ts';
import { diagnose } from './diagnose.ts';
import type { Evidence } from './evidence.ts';

/** Evidence for tests: a model "m" with which nothing is wrong, to be changed where a test wants it. */

export const dialects = ['java', 'python'] as const;

export function schedule(
  dialect: Dialect,
  id: string,
  metric: MetricKey = 'ks',
  more: Partial<Schedule> = {}
): Schedule {
  return {
    id,
    model: 'm',
    metric,
    serviceMetric: catalogue[metric][dialect]?.names[0] ?? '',
    requestName: 'nightly',
    batchSize: 600,
    referenceTag: 'TRAINING',
    features: ['a'],
    ...more,
  };
}

export function series(
  dialect: Dialect,
  request: string,
  metric: MetricKey = 'ks',
  more: Partial<Published> = {}
): Published {
  const side = catalogue[metric][dialect];
  return {
    dialect,
    metric,
    valueIs: side?.meaning.valueIs ?? 'mean',
    model: 'm',
    feature: 'a',
    extra: {},
    request,
    requestName: 'nightly',
    name: side?.series[0] ?? '',
    value: 0.25,
    published: {},
    ...more,
  };
}

export const REFERENCE: Tag = { name: 'TRAINING', rows: 1000, kind: 'reference' };
export const inferences = (rows: number): Tag => ({ name: '_trustyai_unlabeled', rows, kind: 'inference' });

export function info(observations: number, error?: string): NonNullable<Evidence['info']> {
  const column = (name: string, raw: string) => ({ name, raw, role: 'input' as const, type: 'DOUBLE' });
  return { id: 'm', observations, columns: [column('a', 'a'), column('Age', 'x-0')], scheduled: {}, error };
}

/** A model with 600 inferences and one KS schedule that is published: nothing is wrong. */
export function healthy(dialect: Dialect, change: Partial<Evidence> = {}): Evidence {
  return {
    dialect,
    model: 'm',
    models: ['m'],
    info: info(1600),
    tags: [REFERENCE, inferences(600)],
    schedules: [schedule(dialect, 's1')],
    published: [series(dialect, 's1')],
    observationsGauge: 1600,
    serviceBatchSize: 5000,
    ...change,
  };
}

export const states = (evidence: Evidence) => diagnose(evidence).map(({ state }) => state);
