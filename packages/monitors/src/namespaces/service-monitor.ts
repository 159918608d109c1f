import type { NamespacePlan } from '../contract.ts';

/** Labels of our objects in the namespaces of models. */
export const LABELS = { 'app.kubernetes.io/part-of': 'soundcheck' };

/** Why it scrapes as it does; stands in the file. */
export const ABOUT_SERVICE_MONITOR = [
  'Keeps every series of TrustyAI: drift, fairness, means, and the counters that tell whether there is enough data.',
  'Every 15 s: the service works its numbers out every 5 s at the soonest, rules look once a minute, and each column of a',
  'model is a series of its own. Where the operator of TrustyAI has made a ServiceMonitor already, leave this one out.',
];

/** ServiceMonitor (monitoring.coreos.com/v1) for the TrustyAI service of a namespace. */
export function serviceMonitor({ name, trustyai }: NamespacePlan) {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'soundcheck-trustyai', namespace: name, labels: LABELS },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/part-of': 'trustyai' } },
      endpoints: [
        {
          port: 'http',
          path: '/q/metrics',
          scheme: 'http',
          interval: '15s',
          scrapeTimeout: '10s',
          // The service's own labels win over those of its pod.
          honorLabels: true,
          // The rules know the service by this label.
          relabelings: [{ action: 'replace', targetLabel: 'job', replacement: trustyai.job }],
          metricRelabelings: [{ action: 'keep', sourceLabels: ['__name__'], regex: 'trustyai_.*' }],
        },
      ],
    },
  };
}
