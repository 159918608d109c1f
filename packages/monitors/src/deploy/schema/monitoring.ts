import * as v from 'valibot';
import * as p from './pieces.ts';

const matcher = v.strictObject({ name: p.text, matchType: v.picklist(['=', '!=', '=~', '!~']), value: v.string() });
const grouping = {
  receiver: p.text,
  matchers: v.pipe(v.array(matcher), v.nonEmpty()),
  groupBy: v.array(p.text),
};
const route = v.strictObject({
  ...grouping,
  groupWait: p.duration,
  groupInterval: p.duration,
  repeatInterval: p.duration,
  routes: v.array(
    v.strictObject({
      ...grouping,
      continue: v.optional(v.boolean()),
      muteTimeIntervals: v.optional(v.pipe(v.array(p.text), v.nonEmpty())),
    })
  ),
});

const webhook = v.pipe(
  v.strictObject({
    url: v.optional(v.pipe(v.string(), v.url())),
    urlSecret: v.optional(p.keyRef),
    sendResolved: v.boolean(),
    httpConfig: v.optional(
      v.union([
        v.strictObject({ authorization: v.strictObject({ type: v.literal('Bearer'), credentials: p.keyRef }) }),
        v.strictObject({ basicAuth: v.strictObject({ username: p.keyRef, password: p.keyRef }) }),
      ])
    ),
  }),
  v.check(({ url, urlSecret }) => (url === undefined) !== (urlSecret === undefined), 'needs url or urlSecret')
);

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const dayOfMonth = v.pipe(v.number(), v.integer(), v.minValue(-31), v.maxValue(31));
/** No `location`: the operator knows none. */
const timeInterval = v.strictObject({
  times: v.optional(v.array(v.strictObject({ startTime: clock, endTime: clock }))),
  weekdays: v.optional(v.array(p.text)),
  daysOfMonth: v.optional(v.array(v.strictObject({ start: dayOfMonth, end: dayOfMonth }))),
  months: v.optional(v.array(p.text)),
});

const relabelling = v.strictObject({
  action: v.picklist(['keep', 'replace']),
  sourceLabels: v.optional(v.array(p.text)),
  regex: v.optional(p.text),
  targetLabel: v.optional(p.text),
  replacement: v.optional(v.string()),
});

const texts = v.record(v.string(), v.string());
const rule = v.union([
  v.strictObject({ record: p.text, expr: p.text, labels: v.optional(texts) }),
  v.strictObject({ alert: p.text, expr: p.text, for: v.optional(p.duration), labels: texts, annotations: texts }),
]);

/** Kinds of the Prometheus operator. */
export const monitoringKinds = [
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
          relabelings: v.optional(v.array(relabelling)),
          metricRelabelings: v.optional(v.array(relabelling)),
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
      route,
      receivers: v.array(v.strictObject({ name: p.text, webhookConfigs: v.optional(v.array(webhook)) })),
      timeIntervals: v.optional(v.array(v.strictObject({ name: p.text, timeIntervals: v.array(timeInterval) }))),
    }),
  }),
];
