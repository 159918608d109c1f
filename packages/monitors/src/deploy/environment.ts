import * as v from 'valibot';
import { parse } from 'yaml';
import { gateway } from './names.ts';
import { filesIn } from './provisioned.ts';
import type { ClusterInputs } from './cluster-files.ts';

/** $NAME and ${NAME} as Grafana expands them; $$ stands for a dollar. */
export const variable = /\$\$|\$\{(\w+)\}|\$([A-Z]\w*)/g;

/** Names of the variables in the texts of a value of a file that Grafana expands. */
export function variablesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(variable)].map(([, braced, bare]) => braced ?? bare ?? '').filter((name) => name !== '');
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(variablesIn) : [];
}

/** In-cluster address of a TrustyAI service, where the plan leaves it to a variable. */
export function trustyaiUrl({ plan }: ClusterInputs): string {
  const first = plan.namespaces[0];
  if (!first) {
    throw new Error('monitors.yaml has no namespace: the data source TrustyAI needs the service of one.');
  }
  return first.trustyai.url.includes('$') ? `http://trustyai-service.${first.name}.svc` : first.trustyai.url;
}

/** Variables with a known value in a cluster. Whoever has other addresses overrides them in an overlay. */
export function environment(inputs: ClusterInputs): Record<string, string> {
  return {
    SOUNDCHECK_TRUSTYAI_URL: trustyaiUrl(inputs),
    SOUNDCHECK_NAMESPACE: inputs.plan.namespaces[0]?.name ?? '',
    SOUNDCHECK_PROMETHEUS_URL: 'http://prometheus-operated.monitoring.svc:9090',
    SOUNDCHECK_ALERTMANAGER_URL: 'http://alertmanager-operated.monitoring.svc:9093',
    SOUNDCHECK_LOKI_URL: 'http://loki-gateway.monitoring.svc',
    SOUNDCHECK_LOKI_TENANT: 'soundcheck',
    SOUNDCHECK_RETRAIN_URL: `http://${gateway.name}:${gateway.port}`,
  };
}

/** Data sources, and settings of contact points: rules' queries and annotations have "$" of their own. */
const expanded = v.object({ datasources: v.optional(v.unknown()), contactPoints: v.optional(v.unknown()) });

/** Variables that provisioning/ names and that have no value here: secrets, and addresses of one's own. */
export function secretVariables(inputs: ClusterInputs): string[] {
  const known = new Set(Object.keys(environment(inputs)));
  const named = ['datasources', 'alerting'].flatMap((folder) =>
    filesIn(inputs.provisioning, folder, '.yaml').flatMap(([, text]) => variablesIn(v.parse(expanded, parse(text))))
  );
  return [...new Set(named)].filter((name) => !known.has(name)).sort();
}
