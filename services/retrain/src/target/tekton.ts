import * as v from 'valibot';
import { call } from './call.ts';
import type { Credentials } from './call.ts';
import { fieldsOf } from './http.ts';
import type { Order, Target } from './target.ts';

export interface TektonOptions {
  url: string;
  credentials: Credentials;
}

const answerSchema = v.object({ eventID: v.optional(v.string()) });

/**
 * A Tekton EventListener, which answers 202 before it makes the PipelineRun. Its TriggerTemplate names that by
 * `soundcheck.runId`, so that the cluster refuses a second.
 */
export function tektonTarget({ url, credentials }: TektonOptions): Target {
  return {
    kind: 'tekton',
    idempotent: true,
    async start(order) {
      const { body } = await call({ method: 'POST', url, body: JSON.stringify(toEvent(order)), credentials });
      const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), answerSchema), body);
      return { reference: answer.success ? answer.output.eventID : undefined };
    },
  };
}

/** A call in the form of Alertmanager's webhook, as listeners of alerts expect it, with the order beside it. */
function toEvent(order: Order) {
  const { runId, namespace, model, modelVersion, incident } = order;
  const labels = { alertname: alertName(order), namespace, model, model_version: modelVersion };
  return {
    version: '4',
    groupKey: runId,
    truncatedAlerts: 0,
    receiver: 'soundcheck-retrain',
    status: 'firing',
    groupLabels: labels,
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: '',
    alerts: incident.alerts.map((alert) => ({
      status: 'firing',
      labels: alert.labels,
      annotations: alert.summary === undefined ? {} : { summary: alert.summary },
      startsAt: new Date(alert.startsAt).toISOString(),
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: alert.fingerprint,
    })),
    soundcheck: fieldsOf(order),
  };
}

/** Triggers split it at "-": application, version, rest. An alert's own name where it has these parts. */
function alertName({ model, incident }: Order): string {
  const names = incident.alerts.map(({ labels }) => labels.alertname ?? '').sort();
  const fitting = names.find((name) => /^[^-]+-[^-]+-./.test(name));
  return fitting ?? `${model.replaceAll('-', '')}-datadrift-${names[0] || 'alert'}`;
}
