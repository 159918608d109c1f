import * as v from 'valibot';
import * as p from './pieces.ts';

const rbac = 'rbac.authorization.k8s.io';
const subject = v.strictObject({ kind: v.literal('ServiceAccount'), name: p.text, namespace: v.optional(p.dnsName) });
const roleRef = (...kinds: [string, ...string[]]) =>
  v.strictObject({ apiGroup: v.literal(rbac), kind: v.picklist(kinds), name: p.text });
const rules = v.pipe(
  v.array(
    v.strictObject({
      apiGroups: v.array(v.string()),
      resources: v.array(p.text),
      resourceNames: v.optional(v.array(p.text)),
      verbs: v.array(v.picklist(['get', 'list', 'watch', 'create', 'patch', 'update', 'delete'])),
    })
  ),
  v.check((all) => !JSON.stringify(all).includes('"*"'), 'a rule for everything')
);
const peer = v.union([
  v.strictObject({ podSelector: v.union([v.strictObject({}), p.selector]) }),
  v.strictObject({
    namespaceSelector: v.strictObject({
      matchExpressions: v.array(v.strictObject({ key: p.text, operator: v.literal('In'), values: v.array(p.dnsName) })),
    }),
  }),
]);

const data = v.pipe(
  v.record(p.key, v.string()),
  v.check(
    (all) => Object.values(all).reduce((sum, text) => sum + Buffer.byteLength(text), 0) < 1024 * 1024,
    'more than a ConfigMap carries'
  )
);

/** Kinds of Kubernetes itself. */
export const kubernetesKinds = [
  p.object('v1', 'ConfigMap', { data: v.optional(data) }),
  // Never with content: secrets are yours.
  p.object('v1', 'Secret', { type: v.literal('Opaque') }),
  p.object('v1', 'ServiceAccount', { automountServiceAccountToken: v.optional(v.literal(false)) }),
  p.object('v1', 'PersistentVolumeClaim', { spec: p.claimSpec }),
  p.object('v1', 'Service', {
    spec: v.strictObject({
      selector: p.labels,
      ports: v.array(v.strictObject({ name: p.portOrName, port: p.port, targetPort: p.portOrName })),
    }),
  }),
  p.object('apps/v1', 'Deployment', {
    spec: v.strictObject({
      replicas: v.literal(1),
      strategy: v.strictObject({ type: v.literal('Recreate') }),
      selector: p.selector,
      template: p.podTemplate,
    }),
  }),
  p.object('batch/v1', 'CronJob', {
    spec: v.strictObject({
      schedule: v.pipe(v.string(), v.regex(/^(\S+ ){4}\S+$/)),
      concurrencyPolicy: v.literal('Forbid'),
      startingDeadlineSeconds: v.optional(v.number()),
      successfulJobsHistoryLimit: v.number(),
      failedJobsHistoryLimit: v.number(),
      jobTemplate: v.strictObject({
        spec: v.strictObject({
          backoffLimit: v.number(),
          activeDeadlineSeconds: v.number(),
          template: p.podTemplate,
        }),
      }),
    }),
  }),
  p.object('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: v.strictObject({
      podSelector: p.selector,
      policyTypes: v.tuple([v.literal('Ingress')]),
      ingress: v.array(
        v.strictObject({
          from: v.pipe(v.array(peer), v.minLength(1)),
          ports: v.array(v.strictObject({ protocol: v.literal('TCP'), port: p.portOrName })),
        })
      ),
    }),
  }),
  p.object(`${rbac}/v1`, 'Role', { rules }),
  p.object(`${rbac}/v1`, 'ClusterRole', { rules }),
  p.object(`${rbac}/v1`, 'RoleBinding', { roleRef: roleRef('Role', 'ClusterRole'), subjects: v.array(subject) }),
  p.object(`${rbac}/v1`, 'ClusterRoleBinding', { roleRef: roleRef('ClusterRole'), subjects: v.array(subject) }),
];
