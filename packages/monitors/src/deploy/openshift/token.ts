import { imagesOf, labelsOf } from '../names.ts';
import { confined, confinedPod, resources } from '../pod.ts';
import { reader } from './names.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const group = 'rbac.authorization.k8s.io';
const renewer = 'soundcheck-token-renewer';
const metadata = { name: renewer, labels: labelsOf(renewer) };

/**
 * A token that rotates. Grafana's own data sources cannot read one from a file, so a job asks the API server for a new
 * one and writes it into a Secret that the operator watches. It may do these two things, each to one object.
 */
export function tokenObjects(version: string): KubernetesObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: reader.serviceAccount, labels: labelsOf(reader.serviceAccount) },
      automountServiceAccountToken: false,
    },
    // Without content: the job fills it, and applying this file again leaves it as it is.
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: reader.secret, labels: labelsOf(renewer) }, type: 'Opaque' },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: [''],
          resources: ['serviceaccounts/token'],
          resourceNames: [reader.serviceAccount],
          verbs: ['create'],
        },
        { apiGroups: [''], resources: ['secrets'], resourceNames: [reader.secret], verbs: ['patch'] },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: group, kind: 'Role', name: renewer },
      // kustomize fills in the namespace, whichever it becomes.
      subjects: [{ kind: 'ServiceAccount', name: renewer }],
    },
    cronJob(version),
  ];
}

function cronJob(version: string): KubernetesObject {
  const env = {
    SERVICE_ACCOUNT: reader.serviceAccount,
    SECRET: reader.secret,
    SECRET_KEY: reader.key,
    EXPIRATION_SECONDS: '7200',
    NODE_EXTRA_CA_CERTS: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: {
      schedule: '*/10 * * * *',
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 2,
      jobTemplate: {
        spec: {
          backoffLimit: 3,
          activeDeadlineSeconds: 300,
          template: {
            metadata: { labels: labelsOf(renewer) },
            spec: {
              serviceAccountName: renewer,
              restartPolicy: 'Never',
              securityContext: confinedPod,
              containers: [
                {
                  name: 'renew',
                  image: imagesOf(version).cli,
                  imagePullPolicy: 'IfNotPresent',
                  command: ['node', '/app/docker/renew-token.mjs'],
                  env: Object.entries(env).map(([name, value]) => ({ name, value })),
                  securityContext: confined,
                  resources: resources('10m', '64Mi', '128Mi'),
                },
              ],
            },
          },
        },
      },
    },
  };
}
