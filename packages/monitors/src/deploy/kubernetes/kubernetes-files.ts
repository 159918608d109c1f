import { gateway, grafana, labelsOf } from '../names.ts';
import { kustomization, yamlFile } from '../kubernetes-object.ts';
import { dataOf, filesIn, provisioningConfigMap } from '../provisioned.ts';
import { environment, secretVariables } from '../environment.ts';
import { grafanaDeployment } from './grafana-deployment.ts';
import { helmValues } from './helm-values.ts';
import type { RenderedFile } from '../../contract.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const folder = 'deploy/overlays/kubernetes';

/** OpenShift gives a pod the group of its volumes; elsewhere the pod must name it. The images run as this user. */
const volumeGroup = 10001;

/** Plain Kubernetes: a Grafana of one's own with everything mounted, or the same ConfigMaps for a sidecar's Grafana. */
export function kubernetesFiles(inputs: ClusterInputs): RenderedFile[] {
  const metadata = { name: grafana.name, labels: labelsOf(grafana.name) };
  const secrets = ['GF_SECURITY_ADMIN_PASSWORD', ...secretVariables(inputs)];
  return [
    yamlFile(`${folder}/data-sources.yaml`, [
      provisioningConfigMap('soundcheck-data-sources', 'datasource', dataOf(inputs.provisioning, 'datasources')),
      dashboardProvider(inputs),
    ]),
    yamlFile(
      `${folder}/grafana.yaml`,
      [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata,
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
        grafanaDeployment(inputs),
        service(),
      ],
      `The Secret ${grafana.secret} is yours to make, with the keys ${secrets.join(', ')}.`
    ),
    yamlFile(
      `${folder}/grafana-values.yaml`,
      [helmValues(inputs)],
      "Values for Grafana's Helm chart, where that one runs your Grafana: its sidecar takes the ConfigMaps by their labels."
    ),
    kustomization(folder, {
      namespace: 'soundcheck',
      resources: ['../../base', 'data-sources.yaml', 'grafana.yaml'],
      configMapGenerator: [
        {
          name: 'soundcheck-environment',
          literals: Object.entries(environment(inputs)).map(([name, value]) => `${name}=${value}`),
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
