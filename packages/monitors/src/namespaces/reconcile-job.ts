import { neededVariables } from '../alertmanager/variables.ts';
import type { NamespacePlan, Plan } from '../contract.ts';
import { imagesOf } from '../deploy/names.ts';
import { confined, confinedPod, fromSecret, resources } from '../deploy/pod.ts';
import { LABELS } from './service-monitor.ts';

/** Name of the job and of all that belongs to it. */
export const RECONCILE = 'soundcheck-reconcile';

export const ABOUT_RECONCILE = [
  "Makes the schedules of this namespace's TrustyAI service equal monitors.yaml: they live in its memory and are lost with",
  'its pod. A job that fails has found something that people must decide: its log says what. Where volumes belong to root,',
  "patch fsGroup: 10001 into the pod's securityContext; OpenShift chooses a group by itself.",
];

function volumes({ trustyai }: NamespacePlan) {
  return [
    { name: 'monitors', configMap: { name: RECONCILE } },
    { name: 'state', persistentVolumeClaim: { claimName: RECONCILE } },
    ...(trustyai.caFile === undefined ? [] : [{ name: 'ca', configMap: { name: 'soundcheck-ca' } }]),
  ];
}

function mounts({ trustyai }: NamespacePlan) {
  const file = trustyai.caFile?.split('/').at(-1);
  return [
    { name: 'monitors', mountPath: '/etc/soundcheck/monitors.yaml', subPath: 'monitors.yaml', readOnly: true },
    { name: 'state', mountPath: '/var/lib/soundcheck' },
    ...(file === undefined ? [] : [{ name: 'ca', mountPath: trustyai.caFile, subPath: file, readOnly: true }]),
  ];
}

function pod(namespace: NamespacePlan, plan: Plan, version: string) {
  const needed = neededVariables(plan).reconcile[namespace.name] ?? [];
  return {
    restartPolicy: 'Never',
    serviceAccountName: RECONCILE,
    automountServiceAccountToken: false,
    securityContext: confinedPod,
    containers: [
      {
        name: 'reconcile',
        image: imagesOf(version).cli,
        imagePullPolicy: 'IfNotPresent',
        args: [
          'reconcile',
          ...['--file', '/etc/soundcheck/monitors.yaml'],
          ...['--namespace', namespace.name],
          ...['--state', '/var/lib/soundcheck/state.json'],
          ...['--wait', '120s'],
          // Java's series do not tell the reference: an old schedule would go on being judged.
          '--replace',
          '--json',
        ],
        env: needed.map((name) => fromSecret(name, RECONCILE)),
        resources: resources('50m', '96Mi', '256Mi'),
        securityContext: confined,
        volumeMounts: mounts(namespace),
      },
    ],
    volumes: volumes(namespace),
  };
}

/**
 * The objects that run `soundcheck reconcile` every five minutes: an account without rights, ConfigMap with the file, claim
 * for what it remembers, CronJob.
 * @param source text of monitors.yaml
 * @param version tag of the image
 */
export function reconcileObjects(namespace: NamespacePlan, plan: Plan, inputs: { source: string; version: string }) {
  const metadata = { name: RECONCILE, namespace: namespace.name, labels: LABELS };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'monitors.yaml': inputs.source } },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '16Mi' } } },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: {
        schedule: '*/5 * * * *',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 120,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: 280,
            template: { metadata: { labels: LABELS }, spec: pod(namespace, plan, inputs.version) },
          },
        },
      },
    },
  ];
}
