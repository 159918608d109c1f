import type { NamespacePlan, Plan, Rule } from '../../contract.ts';
import { text } from '../messages.ts';
import { block, selector } from '../promql.ts';
import { uidOf } from '../uid.ts';
import { asRule } from './companion.ts';
import type { Watched } from './companion.ts';

/** Long enough for a pod to be replaced by the next. */
export const DOWN_SECONDS = 60;

/** 1 where Prometheus reads the namespace's TrustyAI service, 0 where it cannot; nothing where it has no such target. */
export function trustyaiUp({ name, trustyai }: NamespacePlan): string {
  return `max by (namespace) (${selector('up', { namespace: name, job: trustyai.job })})`;
}

/** TrustyAI cannot be read, or Prometheus has no target of that name: one rule a namespace. */
export function trustyaiDown(plan: Plan, namespace: NamespacePlan, { engine }: Watched): Rule {
  const { name, trustyai } = namespace;
  const target = selector('up', { namespace: name, job: trustyai.job });
  return asRule(
    {
      kind: 'trustyai-down',
      expr: `${block(`${trustyaiUp(namespace)} == bool 0`)}\nor\nmax by (namespace) (absent(${target}))`,
      forSeconds: DOWN_SECONDS,
      severity: 'critical',
      summary: [text(`TrustyAI in ${name} does not answer: nothing is watched for drift there`)],
      description: [
        text(
          `Prometheus cannot read the target with job="${trustyai.job}" in ${name}, or has none. Without it no drift is computed, and no drift alert can fire. `
        ),
        text(
          `Look at the pod and its log, and at the ServiceMonitor. Its schedules live in its memory: after a restart run \`soundcheck reconcile\`.`
        ),
      ],
    },
    {
      uid: uidOf('trustyai-down', [name]),
      name: 'soundcheck-trustyaidown',
      namespace: name,
      engine,
      labels: {},
      annotations: {
        dashboard_url: [
          text(
            `${plan.grafana.url}/d/soundcheck-trustyai-service?var-namespace=${encodeURIComponent(name)}&from=now-6h&to=now`
          ),
        ],
      },
      dashboard: { uid: 'soundcheck-trustyai-service' },
    }
  );
}
