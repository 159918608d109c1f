import * as v from 'valibot';
import * as p from './pieces.ts';

const relabeling = v.strictObject({
  action: v.picklist(['keep', 'drop', 'replace', 'labeldrop']),
  sourceLabels: v.optional(v.array(p.text)),
  regex: v.optional(p.text),
  targetLabel: v.optional(p.text),
  replacement: v.optional(v.string()),
});

const expression = { expr: p.text, labels: v.optional(v.record(v.string(), v.string())) };
const rule = v.union([
  v.strictObject({ record: v.pipe(v.string(), v.regex(/^[a-zA-Z_:][\w:]*$/)), ...expression }),
  v.strictObject({
    alert: p.text,
    for: v.optional(p.duration),
    annotations: v.optional(v.record(v.string(), v.string())),
    ...expression,
  }),
]);

const matcher = v.strictObject({ name: p.text, matchType: v.picklist(['=', '!=', '=~', '!~']), value: v.string() });
const route = {
  receiver: p.text,
  matchers: v.array(matcher),
  groupBy: v.array(p.text),
  muteTimeIntervals: v.optional(v.array(p.text)),
};
const webhook = v.strictObject({
  url: v.optional(p.text),
  urlSecret: v.optional(p.keyRef),
  sendResolved: v.boolean(),
  httpConfig: v.optional(
    v.union([
      v.strictObject({ authorization: v.strictObject({ type: v.literal('Bearer'), credentials: p.keyRef }) }),
      v.strictObject({ basicAuth: v.strictObject({ username: p.keyRef, password: p.keyRef }) }),
    ])
  ),
});

/** Kinds of the Prometheus operator. */
export const prometheusOperatorKinds = [
  p.object('monitoring.coreos.com/v1', 'ServiceMonitor', {
    spec: v.strictObject({
      selector: p.selector,
      endpoints: v.array(
        v.strictObject({
          port: p.text,
          path: p.text,
          scheme: v.optional(v.picklist(['http', 'https'])),
          interval: p.duration,
          scrapeTimeout: v.optional(p.duration),
          honorLabels: v.boolean(),
          relabelings: v.optional(v.array(relabeling)),
          metricRelabelings: v.optional(v.array(relabeling)),
        })
      ),
    }),
  }),
  p.object('monitoring.coreos.com/v1', 'PrometheusRule', {
    spec: v.strictObject({
      groups: v.array(v.strictObject({ name: p.text, interval: p.duration, rules: v.array(rule) })),
    }),
  }),
  p.object('monitoring.coreos.com/v1beta1', 'AlertmanagerConfig', {
    spec: v.strictObject({
      route: v.strictObject({
        ...route,
        groupWait: p.duration,
        groupInterval: p.duration,
        repeatInterval: p.duration,
        routes: v.array(v.strictObject({ ...route, continue: v.optional(v.boolean()) })),
      }),
      receivers: v.array(v.strictObject({ name: p.text, webhookConfigs: v.optional(v.array(webhook)) })),
      // v1beta1's name; v1alpha1 called them muteTimeIntervals.
      timeIntervals: v.optional(v.array(v.strictObject({ name: p.text, timeIntervals: v.array(v.unknown()) }))),
    }),
  }),
];
