import * as v from 'valibot';
import { catalogueEntries } from '@soundcheck/query';
import type { MetricKey, ValueIs } from '@soundcheck/query';
import { fields } from './fields.ts';
import { muteShape } from './mute-shape.ts';
import {
  aboveZero,
  duration,
  finite,
  name,
  plainUrl,
  secret,
  share,
  text,
  url,
  wholeDuration,
  wholeFrom,
  withoutDash,
} from './values.ts';

/** The shape of monitors.yaml, as people write it: no defaults applied. The JSON Schema is made from it. */

const reference = fields({ tag: text, rows: wholeFrom(2), storedRows: v.optional(wholeFrom(2)) });

const featureNames = v.pipe(v.array(text, 'write a list of names'), v.minLength(1, 'name at least one feature'));

const model = fields({
  version: text,
  reference: v.optional(reference),
  features: v.union(
    [wholeFrom(1), featureNames],
    'write how many features there are (1 or more), or a list of their names'
  ),
  batch: v.optional(wholeFrom(2)),
});

const namespace = fields({
  trustyai: fields({ url, token: v.optional(secret), ca: v.optional(text), job: v.optional(text) }),
  modelServer: v.optional(fields({ errorShare: share, latency: duration, quantile: share })),
});

const valueKinds: readonly ValueIs[] = [
  'p_value',
  't',
  'ks_d',
  'js_distance',
  'mmd2',
  'probability',
  'difference',
  'ratio',
  'mean',
];
const limitByKind = fields({
  p_value: v.optional(share),
  t: v.optional(aboveZero),
  ks_d: v.optional(share),
  js_distance: v.optional(share),
  mmd2: v.optional(aboveZero),
  probability: v.optional(share),
  difference: v.optional(aboveZero),
  ratio: v.optional(aboveZero),
  mean: v.optional(aboveZero),
} satisfies Record<ValueIs, unknown>);

/** What `defaults` and each monitor may have. */
const tuning = {
  batch: v.optional(wholeFrom(2)),
  level: v.optional(share),
  limit: v.optional(
    v.union(
      [aboveZero, limitByKind],
      `write a number above 0, or a map from kinds of numbers (${valueKinds.join(', ')}) to numbers above 0; p_value, ks_d, js_distance and probability lie below 1`
    )
  ),
  effect: v.optional(share),
  persistence: v.optional(fields({ need: wholeFrom(1), of: wholeFrom(1), every: wholeDuration })),
  minimumRows: v.optional(wholeFrom(2)),
  severity: v.optional(v.picklist(['info', 'warning', 'critical'], 'write info, warning or critical')),
  engine: v.optional(v.picklist(['prometheus', 'grafana'], 'write prometheus or grafana')),
  retrain: v.optional(v.boolean('write true or false')),
  noData: v.optional(wholeDuration),
  stale: v.optional(wholeDuration),
  runbook: v.optional(plainUrl),
};

const metrics: MetricKey[] = catalogueEntries.map(({ key }) => key);

const fairness = fields({
  protectedAttribute: text,
  privileged: finite,
  unprivileged: finite,
  outcome: text,
  favorable: finite,
});

const monitor = fields({
  id: name,
  model: text,
  namespaces: v.pipe(v.array(name, 'write a list of names'), v.minLength(1, 'name at least one namespace')),
  metric: v.picklist(metrics, `write one of ${metrics.join(', ')}`),
  features: v.optional(featureNames),
  fairness: v.optional(fairness),
  centre: v.optional(finite),
  application: v.optional(withoutDash),
  alertVersion: v.optional(withoutDash),
  ...tuning,
});

const proof = { token: v.optional(secret), user: v.optional(text), password: v.optional(secret) };

const notify = fields({
  retrain: v.optional(fields({ gateway: v.optional(url), eventListener: v.optional(url), ...proof })),
  people: v.optional(fields({ url, ...proof })),
  groupWait: v.optional(wholeDuration),
  groupInterval: v.optional(wholeDuration),
  repeatInterval: v.optional(wholeDuration),
  mutes: v.optional(v.array(muteShape, 'write a list')),
  deleted: v.optional(v.array(text, 'write a list of names')),
});

const grafana = fields({
  url: plainUrl,
  folder: v.optional(text),
  prometheusUid: v.optional(text),
  trustyaiUid: v.optional(text),
  lokiUid: v.optional(text),
});

export const fileShape = fields({
  version: v.literal(1, 'write 1, the only version there is'),
  namespaces: v.pipe(
    v.record(name, namespace, 'write a map from names of namespaces to their services'),
    v.minEntries(1, 'name at least one namespace')
  ),
  models: v.pipe(
    v.record(text, model, 'write a map from names of models to what they are'),
    v.minEntries(1, 'name at least one model')
  ),
  defaults: v.optional(fields(tuning)),
  monitors: v.pipe(v.array(monitor, 'write a list'), v.minLength(1, 'write at least one monitor')),
  grafana,
  notify: v.optional(notify),
  prometheus: v.optional(
    fields({
      every: v.optional(wholeDuration),
      ruleLabels: v.optional(v.record(text, text, 'write a map from labels to texts')),
    })
  ),
});

/** monitors.yaml as it is written, read and right in itself: no defaults applied yet. */
export type MonitorsFile = v.InferOutput<typeof fileShape>;
export type MonitorEntry = MonitorsFile['monitors'][number];
export type Tuning = NonNullable<MonitorsFile['defaults']>;
