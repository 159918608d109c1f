import * as v from 'valibot';

/**
 * The fields of Grafana's provisioning files for alerting that this repository uses. Grafana passes over fields that it
 * does not know, so that a slip of the pen loses a setting without a word: here it is an error.
 */

const name = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const uid = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, "-" and "_" only'),
  v.maxLength(40, 'may be 40 characters long at most')
);
const labelName = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is no name of a label'));
const duration = v.pipe(
  v.string(),
  v.regex(/^(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/, 'is no duration: write 90s, 5m, 4h'),
  v.nonEmpty('is no duration: write 90s, 5m, 4h')
);
/** Secrets stand in the environment of Grafana and nowhere else. */
const secret = v.pipe(
  v.string(),
  v.regex(/^\$(\{[A-Za-z_][A-Za-z0-9_]*\}|[A-Za-z_][A-Za-z0-9_]*)$/, 'must be one variable and nothing else: ${NAME}')
);
const organisation = v.optional(v.literal(1));

const query = v.strictObject({
  refId: name,
  datasourceUid: name,
  relativeTimeRange: v.strictObject({ from: v.number(), to: v.number() }),
  model: v.looseObject({ refId: v.string() }),
});

const rule = v.strictObject({
  uid,
  title: v.pipe(name, v.maxLength(190, 'may be 190 characters long at most')),
  condition: name,
  for: duration,
  noDataState: v.picklist(['OK', 'NoData', 'Alerting', 'KeepLast']),
  execErrState: v.picklist(['OK', 'Error', 'Alerting', 'KeepLast']),
  labels: v.optional(v.record(labelName, v.pipe(v.string(), v.nonEmpty('must not be empty'))), {}),
  annotations: v.optional(v.record(v.string(), v.string()), {}),
  data: v.array(query),
});

const webhookSettings = v.strictObject({
  url: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  httpMethod: v.optional(v.picklist(['POST', 'PUT'])),
  authorization_scheme: v.optional(v.picklist(['Bearer'])),
  authorization_credentials: v.optional(secret),
  username: v.optional(name),
  password: v.optional(secret),
  headers: v.optional(v.record(v.string(), v.string())),
});

const receiver = v.strictObject({
  uid,
  type: v.literal('webhook', 'must be a webhook: nothing else is checked here'),
  disableResolveMessage: v.boolean(),
  settings: webhookSettings,
});

const contactPoint = v.strictObject({
  orgId: organisation,
  name,
  receivers: v.pipe(v.array(receiver), v.nonEmpty('must not be empty: Grafana takes such a contact point for none')),
});

const matcher = v.tuple([labelName, v.picklist(['=', '!=', '=~', '!~']), v.string()]);
const route = v.strictObject({
  receiver: name,
  object_matchers: v.pipe(v.array(matcher), v.nonEmpty('must not be empty')),
  continue: v.optional(v.boolean()),
  group_by: v.optional(v.array(labelName)),
  mute_time_intervals: v.optional(v.array(v.string()), []),
});

const policy = v.strictObject({
  orgId: organisation,
  receiver: name,
  group_by: v.array(labelName),
  group_wait: duration,
  group_interval: duration,
  repeat_interval: duration,
  routes: v.array(route),
});

const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is no time of day: write 02:00'));
const times = v.pipe(
  v.strictObject({ start_time: clock, end_time: clock }),
  v.check(({ start_time, end_time }) => start_time < end_time, 'must end later than it starts: split it at 24:00')
);
const timeZone = v.pipe(
  v.string(),
  v.check((location) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: location }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }, 'is no time zone: write one like Europe/Berlin')
);

const muteTime = v.strictObject({
  orgId: organisation,
  // Policies are searched for variables and names of mute timings are not: with "$" they never meet.
  name: v.pipe(name, v.regex(/^[^$]*$/, 'must not hold "$"')),
  time_intervals: v.array(
    v.strictObject({
      times: v.optional(v.array(times)),
      weekdays: v.optional(v.array(v.string())),
      days_of_month: v.optional(v.array(v.string())),
      months: v.optional(v.array(v.string())),
      location: v.optional(timeZone),
    })
  ),
});

export const alertingShape = v.strictObject({
  apiVersion: v.literal(1),
  groups: v.optional(
    v.array(v.strictObject({ orgId: organisation, name, folder: name, interval: duration, rules: v.array(rule) })),
    []
  ),
  contactPoints: v.optional(v.array(contactPoint), []),
  policies: v.optional(v.array(policy), []),
  muteTimes: v.optional(v.array(muteTime), []),
  deleteContactPoints: v.optional(v.array(v.strictObject({ orgId: organisation, uid })), []),
});

export type AlertingShape = v.InferOutput<typeof alertingShape>;
