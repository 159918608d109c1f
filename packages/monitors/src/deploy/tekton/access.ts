import { labelsOf } from '../names.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const labels = labelsOf('soundcheck-trigger');
const rbac = 'rbac.authorization.k8s.io';

/**
 * The least that an EventListener lives with: read its own objects in this namespace, create PipelineRuns here. Interceptors
 * are the only thing of the cluster that it must read. It needs no secret: Tekton's interceptors compare the token.
 */
export function accessObjects(): KubernetesObject[] {
  // kustomize fills in the namespace, whichever it becomes.
  const subject = { kind: 'ServiceAccount', name: 'soundcheck-trigger' };
  const read = ['get', 'list', 'watch'];
  const role = { name: 'soundcheck-trigger', labels };
  const clusterRole = { name: 'soundcheck-trigger-interceptors', labels };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: role },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'soundcheck-pipeline', labels },
      automountServiceAccountToken: false,
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: role,
      rules: [
        {
          apiGroups: ['triggers.tekton.dev'],
          resources: ['eventlisteners', 'triggers', 'triggerbindings', 'triggertemplates', 'interceptors'],
          verbs: read,
        },
        { apiGroups: [''], resources: ['configmaps'], verbs: read },
        { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
        { apiGroups: ['tekton.dev'], resources: ['pipelineruns'], verbs: ['create'] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: role,
      roleRef: { apiGroup: rbac, kind: 'Role', name: role.name },
      subjects: [subject],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: clusterRole,
      rules: [
        {
          apiGroups: ['triggers.tekton.dev'],
          resources: ['clusterinterceptors', 'clustertriggerbindings'],
          verbs: read,
        },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: clusterRole,
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: clusterRole.name },
      subjects: [subject],
    },
  ];
}
