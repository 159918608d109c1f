import * as v from 'valibot';
import { kubernetesKinds } from './kubernetes.ts';
import { grafanaOperatorKinds } from './grafana-operator.ts';
import { prometheusOperatorKinds } from './prometheus-operator.ts';
import { tektonKinds } from './tekton.ts';

const kustomization = v.strictObject({
  apiVersion: v.literal('kustomize.config.k8s.io/v1beta1'),
  kind: v.literal('Kustomization'),
  namespace: v.optional(v.string()),
  resources: v.array(v.string()),
  configMapGenerator: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        behavior: v.optional(v.picklist(['create', 'merge', 'replace'])),
        files: v.optional(v.array(v.string())),
        literals: v.optional(v.array(v.string())),
        options: v.optional(v.strictObject({ disableNameSuffixHash: v.literal(true) })),
      })
    )
  ),
  patches: v.optional(
    v.array(v.strictObject({ target: v.strictObject({ kind: v.string(), name: v.string() }), patch: v.string() }))
  ),
});

const kinds = [...kubernetesKinds, ...grafanaOperatorKinds, ...prometheusOperatorKinds, ...tektonKinds];

/** What is wrong with an object, each as "path: sentence"; nothing where all is well. */
export function problemsOf(candidate: unknown): string[] {
  const head = v.safeParse(v.object({ apiVersion: v.string(), kind: v.string() }), candidate);
  if (!head.success) {
    return ['not a Kubernetes object: it has no apiVersion or no kind'];
  }
  const { apiVersion, kind } = head.output;
  const schema =
    kind === 'Kustomization'
      ? kustomization
      : kinds.find(({ entries }) => v.is(entries.apiVersion, apiVersion) && v.is(entries.kind, kind));
  if (!schema) {
    return [`no schema for ${apiVersion} ${kind}`];
  }
  const result = v.safeParse(schema, candidate);
  return result.success ? [] : result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
