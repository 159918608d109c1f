import * as v from 'valibot';
import { catalogueEntries } from '@soundcheck/query';
import type { MetricKey, ValueIs } from '@soundcheck/query';
import { fields, said } from './fields.ts';
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

const reference = fields({
  tag: said(text, 'Tag under which the reference was uploaded.'),
  rows: said(wholeFrom(2), 'Rows under that tag: limits of t and D follow from them.'),
  storedRows: v.optional(
    said(
      wholeFrom(2),
      'All rows that the service stored when the reference was complete. Default: rows, right for a fresh service.'
    )
  ),
});

const featureNames = v.pipe(v.array(text, 'write a list of names'), v.minLength(1, 'name at least one feature'));

const model = fields({
  version: said(text, 'Version that is watched: label model_version of alerts.'),
  reference: v.optional(reference),
  features: said(
    v.union([wholeFrom(1), featureNames], 'write how many features there are (1 or more), or a list of their names'),
    'Names of the features, or how many there are where all are watched: the level is divided by their number.'
  ),
  batch: v.optional(said(wholeFrom(2), 'Rows of the current window.')),
});

const namespace = fields({
  trustyai: fields({
    url: said(url, 'Address of the TrustyAI service; may hold ${VARIABLES}.'),
    token: v.optional(said(secret, 'Bearer token, as ${VARIABLE} only.')),
    ca: v.optional(said(text, "PEM file of the authority that signed the service's certificate.")),
    batchSize: v.optional(
      said(wholeFrom(1), 'Java: its SERVICE_BATCH_SIZE, among so many rows it looks for its reference. Default: 5000.')
    ),
    job: v.optional(said(text, 'Label job of its series. Default: trustyai-service.')),
  }),
  modelServer: v.optional(
    fields({
      errorShare: said(share, 'Share of failed requests that is too much.'),
      latency: said(duration, 'Time that requests may take.'),
      quantile: said(share, 'Share of the requests that must stay within it.'),
    })
  ),
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
  batch: v.optional(said(wholeFrom(2), 'Rows of the current window.')),
  level: v.optional(said(share, 'Chance of any false alarm of one look over all features. Default: 0.05.')),
  limit: v.optional(
    v.union(
      [aboveZero, limitByKind],
      `write a number above 0, or a map from kinds of numbers (${valueKinds.join(', ')}) to numbers above 0; p_value, ks_d, js_distance and probability lie below 1`
    )
  ),
  effect: v.optional(
    said(share, 'Least effect besides significance: D of ks and ks-approximate, distance of jensen-shannon.')
  ),
  persistence: v.optional(
    said(
      fields({ need: wholeFrom(1), of: wholeFrom(1), every: wholeDuration }),
      'An alert fires when at least `need` of the last `of` steps of `every` are over the limit. Default: 3 of 3, every minute.'
    )
  ),
  minimumRows: v.optional(
    said(wholeFrom(2), 'Inferences later than the reference that a verdict needs. Default: the batch.')
  ),
  severity: v.optional(v.picklist(['info', 'warning', 'critical'], 'write info, warning or critical')),
  engine: v.optional(v.picklist(['prometheus', 'grafana'], 'write prometheus or grafana')),
  retrain: v.optional(
    said(v.boolean('write true or false'), 'Whether its drift alert asks for a retraining. Default: false.')
  ),
  noData: v.optional(said(wholeDuration, 'Time without series after which an alert tells. Default: 15m.')),
  stale: v.optional(said(wholeDuration, 'Time without new rows after which an alert tells. Default: 6h.')),
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
  id: said(name, 'Unique in its namespaces: label monitor of alerts, name of the schedule.'),
  model: text,
  namespaces: v.pipe(v.array(name, 'write a list of names'), v.minLength(1, 'name at least one namespace')),
  metric: v.picklist(metrics, `write one of ${metrics.join(', ')}`),
  features: v.optional(featureNames),
  fairness: v.optional(fairness),
  centre: v.optional(
    said(finite, 'Of the metric mean: the level that it is held against, plus or minus the limit. Default: 0.')
  ),
  application: v.optional(said(withoutDash, 'First part of the name of alerts. Default: the model without "-".')),
  alertVersion: v.optional(said(withoutDash, 'Second part of the name of drift alerts. Default: datadrift.')),
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
