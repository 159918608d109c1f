import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Notice } from '../incident/notice.ts';

const texts = v.record(v.string(), v.string());
/** RFC 3339 with up to nanoseconds; finer than milliseconds is cut. */
const time = v.pipe(v.string(), v.transform(Date.parse), v.number(), v.finite());

const alertSchema = v.object({
  status: v.picklist(['firing', 'resolved']),
  labels: texts,
  annotations: v.optional(texts, {}),
  startsAt: time,
  endsAt: v.optional(time, '0001-01-01T00:00:00Z'),
  fingerprint: v.optional(v.string()),
});

/** Grafana's webhook ("1") and Alertmanager's ("4"); both have these fields. The group's own status is never read. */
const webhookSchema = v.object({
  version: v.picklist(['1', '4']),
  receiver: v.string(),
  truncatedAlerts: v.optional(v.number(), 0),
  alerts: v.array(alertSchema),
});

export interface Webhook {
  receiver: string;
  notices: Notice[];
  /** Alerts that the sender left out. */
  truncated: number;
}

/** @returns a sentence about the first thing that is wrong where `body` is not such a call. */
export function decodeWebhook(body: unknown): Webhook | string {
  const parsed = v.safeParse(webhookSchema, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue) ?? 'the body';
    return (
      `This is not a webhook call of Grafana or Alertmanager: ${where}: ${issue.message}. ` +
      'Use a contact point of type webhook without a custom payload, or a webhook_config.'
    );
  }
  const { receiver, alerts, truncatedAlerts } = parsed.output;
  return { receiver, truncated: truncatedAlerts, notices: alerts.map(toNotice) };
}

function toNotice(alert: v.InferOutput<typeof alertSchema>): Notice {
  const { status, labels, annotations, startsAt, endsAt } = alert;
  return {
    fingerprint: alert.fingerprint || fingerprint(labels),
    status,
    startsAt,
    endsAt,
    labels,
    summary: annotations.summary,
    reason: annotations.grafana_state_reason,
  };
}

/** For senders that give none: the labels are an alert's identity. */
function fingerprint(labels: Record<string, string>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}
