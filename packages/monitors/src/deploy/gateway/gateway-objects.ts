import { gateway, imagesOf, labelsOf } from '../names.ts';
import { confined, confinedPod, fromSecret, probes, resources } from '../pod.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const { name, port } = gateway;
const labels = labelsOf(name);
const metadata = { name, labels };
const selector = { 'app.kubernetes.io/name': name };
const journal = '/var/lib/soundcheck-retrain';

/** Namespaces whose Alertmanager and Prometheus may come in: the usual ones of plain Kubernetes and of OpenShift. */
const monitoringNamespaces = ['monitoring', 'openshift-monitoring', 'openshift-user-workload-monitoring'];

/** The retraining gateway (services/retrain) without its configuration, which kustomize generates with a hash. */
export function gatewayObjects(version: string): KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
    deployment(version),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector, ports: [{ name: 'http', port, targetPort: 'http' }] },
    },
    networkPolicy(),
  ];
}

function deployment(version: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      // One journal, one writer: a second pod waits for the lock, so the old one goes first.
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: selector },
      template: {
        metadata: { labels, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port) } },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          securityContext: confinedPod,
          containers: [container(version)],
          volumes: [
            { name: 'journal', persistentVolumeClaim: { claimName: name } },
            { name: 'config', configMap: { name } },
            { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
          ],
        },
      },
    },
  };
}

function container(version: string) {
  return {
    name: 'gateway',
    image: imagesOf(version).retrain,
    imagePullPolicy: 'IfNotPresent',
    args: ['--config', '/etc/soundcheck-retrain/retrain.yaml'],
    env: [
      fromSecret('SOUNDCHECK_RETRAIN_TOKEN', gateway.secret),
      fromSecret('SOUNDCHECK_EVENT_LISTENER_TOKEN', gateway.secret),
    ],
    ports: [{ name: 'http', containerPort: port }],
    ...probes('/healthz', 'http'),
    securityContext: confined,
    resources: resources('20m', '96Mi', '256Mi'),
    volumeMounts: [
      { name: 'journal', mountPath: journal },
      { name: 'config', mountPath: '/etc/soundcheck-retrain', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

/** In: Grafana and pipelines of the same namespace, Alertmanager and Prometheus. Out: wherever the targets are. */
function networkPolicy(): KubernetesObject {
  const namespaceSelector = {
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: monitoringNamespaces }],
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: {} }, { namespaceSelector }], ports: [{ protocol: 'TCP', port: 'http' }] }],
    },
  };
}
