import { dashboardSources } from '../base.ts';
import { gatewayConfig } from '../gateway/gateway-config.ts';
import { kustomization, yamlFile } from '../kubernetes-object.ts';
import { gateway, namespace } from '../names.ts';
import { logsObjects, metricsOfClusterObjects, metricsOfNamespaceObjects } from './access.ts';
import { dataSourceObjects, tenancyPatch } from './data-sources.ts';
import { grafanaObjects } from './grafana-objects.ts';
import { annotatorSecret, instanceSelector, operatorApi, overlay } from './names.ts';
import { gatewayMonitor } from './gateway-monitor.ts';
import { tokenObjects } from './token.ts';
import type { RenderedFile } from '../../contract.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

/**
 * OpenShift with the Grafana operator (v5). `openshift` reads the metrics of the whole cluster by thanos-querier's port
 * 9091, `openshift-tenancy` those of one namespace by port 9092. Rights in other namespaces are somebody else's to give:
 * they stand in deploy/access.
 */
export function openshiftFiles(inputs: ClusterInputs): RenderedFile[] {
  return [...overlayFiles(inputs), ...tenancyFiles(inputs), ...accessFiles(inputs)];
}

function overlayFiles(inputs: ClusterInputs): RenderedFile[] {
  const files = [
    yamlFile(`${overlay}/grafana.yaml`, grafanaObjects(inputs)),
    yamlFile(
      `${overlay}/dashboards.yaml`,
      dashboardObjects(inputs),
      'By the title of their folder: the alert rules make it when Grafana starts, and a GrafanaFolder would be a second one.'
    ),
    yamlFile(`${overlay}/data-sources.yaml`, dataSourceObjects(inputs)),
    yamlFile(
      `${overlay}/token.yaml`,
      tokenObjects(inputs.version),
      'The token of the data sources lives two hours and is renewed every ten minutes; the operator passes it on to Grafana.'
    ),
    yamlFile(`${overlay}/gateway-monitor.yaml`, [gatewayMonitor()]),
  ];
  return [
    ...files,
    gatewayConfig(overlay, { annotates: true }),
    kustomization(overlay, {
      namespace,
      resources: ['../../base', '../../tekton', ...files.map(({ path }) => path.slice(overlay.length + 1))],
      configMapGenerator: [{ name: gateway.name, behavior: 'replace', files: ['retrain.yaml'] }],
      patches: [{ target: { kind: 'Deployment', name: gateway.name }, patch: annotatorToken }],
    }),
  ];
}

/** The operator writes this Secret when Grafana is up (GrafanaServiceAccount); until then the gateway's pod waits. */
const annotatorToken = `- op: add
  path: /spec/template/spec/containers/0/env/-
  value:
    name: SOUNDCHECK_GRAFANA_TOKEN
    valueFrom: { secretKeyRef: { name: ${annotatorSecret}, key: token } }
`;

function dashboardObjects(inputs: ClusterInputs): KubernetesObject[] {
  return dashboardSources(inputs).map(({ uid, configMap, key }) => ({
    apiVersion: operatorApi,
    kind: 'GrafanaDashboard',
    metadata: { name: uid, labels: { 'app.kubernetes.io/part-of': 'soundcheck' } },
    spec: {
      instanceSelector,
      uid,
      folder: inputs.plan.grafana.folder,
      configMapRef: { name: configMap, key },
      resyncPeriod: '10m',
    },
  }));
}

function tenancyFiles(inputs: ClusterInputs): RenderedFile[] {
  return [
    kustomization(
      'deploy/overlays/openshift-tenancy',
      { resources: ['../openshift'], patches: [tenancyPatch(inputs)] },
      'Grafana sees the metrics of one namespace. Rules and alerts of Prometheus are not behind this port.'
    ),
  ];
}

function accessFiles(inputs: ClusterInputs): RenderedFile[] {
  const write = (variant: string, objects: KubernetesObject[], about: string) => {
    const folder = `deploy/access/${variant}`;
    return [
      yamlFile(`${folder}/access.yaml`, objects, about),
      kustomization(folder, { resources: ['access.yaml'] }, 'Do not set `namespace` over it: these are several.'),
    ];
  };
  return [
    ...write(
      'openshift',
      [...metricsOfClusterObjects(), ...logsObjects(inputs)],
      'Needs OpenShift 4.16. Before: bind the ClusterRole cluster-monitoring-view instead of the first.'
    ),
    ...write(
      'openshift-tenancy',
      [...metricsOfNamespaceObjects(inputs), ...logsObjects(inputs)],
      'The right to `get` is enough because the data source asks by GET.'
    ),
  ];
}
