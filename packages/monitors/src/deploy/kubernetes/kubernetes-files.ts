import { gateway, grafana, labelsOf, namespace } from '../names.ts';
import { kustomization, yamlFile } from '../kubernetes-object.ts';
import { dataOf, filesIn, provisioningConfigMap } from '../provisioned.ts';
import { environment, secretVariables } from '../environment.ts';
import { grafanaDeployment } from './grafana-deployment.ts';
import { helmValues } from './helm-values.ts';
import type { RenderedFile } from '../../contract.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const folder = 'deploy/overlays/kubernetes';
const sidecarFolder = 'deploy/overlays/kubernetes-sidecar';

/** OpenShift gives a pod the group of its volumes; elsewhere the pod must name it. The images run as this user. */
const volumeGroup = 10001;

/** Plain Kubernetes: ConfigMaps for a Grafana that is there already, and the same with a Grafana of our own. */
export function kubernetesFiles(inputs: ClusterInputs): RenderedFile[] {
  return [...sidecarFiles(inputs), ...grafanaFiles(inputs)];
}

function sidecarFiles(inputs: ClusterInputs): RenderedFile[] {
  const dataSources = dataOf(inputs.provisioning, 'datasources');
  return [
    yamlFile(`${sidecarFolder}/data-sources.yaml`, [
      provisioningConfigMap('soundcheck-data-sources', 'datasource', dataSources),
    ]),
    yamlFile(
      `${sidecarFolder}/grafana-values.yaml`,
      [helmValues(inputs)],
      "Values for Grafana's Helm chart, where that one runs your Grafana: its sidecar takes the ConfigMaps by their labels."
    ),
    kustomization(sidecarFolder, {
      namespace,
      resources: ['../../base', 'data-sources.yaml'],
      configMapGenerator: [
        {
          name: 'soundcheck-environment',
          literals: Object.entries(environment(inputs)).map(([name, value]) => `${name}=${value}`),
          // The Helm values name it.
          options: { disableNameSuffixHash: true },
        },
      ],
      patches: [
        {
          target: { kind: 'Deployment', name: gateway.name },
          patch: `- op: add\n  path: /spec/template/spec/securityContext/fsGroup\n  value: ${volumeGroup}\n`,
        },
      ],
    }),
  ];
}

function grafanaFiles(inputs: ClusterInputs): RenderedFile[] {
  const metadata = { name: grafana.name, labels: labelsOf(grafana.name) };
  const secrets = ['GF_SECURITY_ADMIN_PASSWORD', ...secretVariables(inputs)];
  const objects: KubernetesObject[] = [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
    dashboardProvider(inputs),
    grafanaDeployment(inputs),
    service(),
  ];
  return [
    yamlFile(
      `${folder}/grafana.yaml`,
      objects,
      `The Secret ${grafana.secret} is yours to make, with the keys ${secrets.join(', ')}.`
    ),
    kustomization(folder, { namespace, resources: ['../kubernetes-sidecar', 'grafana.yaml'] }),
  ];
}

function service(): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: grafana.name, labels: labelsOf(grafana.name) },
    spec: {
      selector: { 'app.kubernetes.io/name': grafana.name },
      ports: [{ name: 'http', port: grafana.port, targetPort: 'http' }],
    },
  };
}

/** Tells Grafana where the dashboards are mounted. A sidecar has a provider of its own, so this has no label for it. */
function dashboardProvider({ provisioning }: ClusterInputs): KubernetesObject {
  const providers = filesIn(provisioning, 'dashboards', '.yaml');
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'soundcheck-dashboard-provider', labels: { 'app.kubernetes.io/part-of': 'soundcheck' } },
    data: Object.fromEntries(providers.map(([path, text]) => [path.slice('dashboards/'.length), text])),
  };
}
