import { namespace as home } from '../names.ts';
import { reader } from './names.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const group = 'rbac.authorization.k8s.io';
const labels = { 'app.kubernetes.io/part-of': 'soundcheck' };
const subjects = [{ kind: 'ServiceAccount', name: reader.serviceAccount, namespace: home }];

interface Binding {
  name: string;
  namespace: string;
  role: { kind: 'Role' | 'ClusterRole'; name: string };
}

function binding({ name, namespace, role }: Binding): KubernetesObject {
  return {
    apiVersion: `${group}/v1`,
    kind: 'RoleBinding',
    metadata: { name, namespace, labels },
    roleRef: { apiGroup: group, ...role },
    subjects,
  };
}

/** All metrics, by thanos-querier's port 9091: a right on the API of the monitoring stack, and nothing else. */
export function metricsOfClusterObjects(): KubernetesObject[] {
  return [
    binding({
      name: 'soundcheck-metrics',
      namespace: 'openshift-monitoring',
      role: { kind: 'Role', name: 'cluster-monitoring-metrics-api' },
    }),
  ];
}

/** The metrics of one namespace, by port 9092, which asks for this right in the namespace of the query. */
export function metricsOfNamespaceObjects({ plan }: ClusterInputs): KubernetesObject[] {
  return plan.namespaces.flatMap(({ name: namespace }): KubernetesObject[] => [
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata: { name: 'soundcheck-metrics', namespace, labels },
      rules: [{ apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get'] }],
    },
    binding({ name: 'soundcheck-metrics', namespace, role: { kind: 'Role', name: 'soundcheck-metrics' } }),
  ]);
}

/** The application logs of the models' namespaces. Every query of the dashboards names its namespace, as this asks for. */
export function logsObjects({ plan }: ClusterInputs): KubernetesObject[] {
  return plan.namespaces.map(({ name: namespace }) =>
    binding({
      name: 'soundcheck-logs',
      namespace,
      role: { kind: 'ClusterRole', name: 'cluster-logging-application-view' },
    })
  );
}
