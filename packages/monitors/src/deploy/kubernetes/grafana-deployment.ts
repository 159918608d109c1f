import { alertingChecksum, dashboardSources } from '../base.ts';
import { alertingConfigMap, grafana, labelsOf } from '../names.ts';
import { pluginPieces } from '../plugins.ts';
import { confined, confinedPod, fromSecret, probes, resources } from '../pod.ts';
import { filesIn } from '../provisioned.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const provisioning = '/etc/grafana/provisioning';
/** User and group of Grafana's image. */
const grafanaUser = 472;

/** Grafana with both plugins, data sources, dashboards and rules; nothing to click. Everybody is a Viewer at first. */
export function grafanaDeployment(inputs: ClusterInputs): KubernetesObject {
  const plugins = pluginPieces(inputs.version);
  const labels = labelsOf(grafana.name);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: grafana.name, labels },
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: { 'app.kubernetes.io/name': grafana.name } },
      template: {
        metadata: { labels, annotations: alertingChecksum(inputs) },
        spec: {
          serviceAccountName: grafana.name,
          automountServiceAccountToken: false,
          securityContext: { ...confinedPod, fsGroup: grafanaUser },
          initContainers: [plugins.initContainer],
          containers: [container(inputs)],
          volumes: [plugins.volume, ...volumes(inputs)],
        },
      },
    },
  };
}

function container(inputs: ClusterInputs) {
  const plugins = pluginPieces(inputs.version);
  return {
    name: 'grafana',
    image: grafana.image,
    imagePullPolicy: 'IfNotPresent',
    env: [
      ...Object.entries({ ...plugins.environment, ...settings(inputs) }).map(([name, value]) => ({ name, value })),
      fromSecret('GF_SECURITY_ADMIN_PASSWORD', grafana.secret),
    ],
    envFrom: [{ configMapRef: { name: 'soundcheck-environment' } }, { secretRef: { name: grafana.secret } }],
    ports: [{ name: 'http', containerPort: grafana.port }],
    ...probes('/api/health', 'http'),
    securityContext: confined,
    resources: resources('100m', '256Mi', '1Gi'),
    volumeMounts: [
      plugins.volumeMount,
      { name: 'data', mountPath: '/var/lib/grafana' },
      { name: 'logs', mountPath: '/var/log/grafana' },
      { name: 'tmp', mountPath: '/tmp' },
      ...['dashboards', 'datasources', 'alerting'].map((name) => ({
        name,
        mountPath: `${provisioning}/${name}`,
        readOnly: true,
      })),
    ],
  };
}

function settings(inputs: ClusterInputs): Record<string, string> {
  const home = dashboardSources(inputs).find(({ uid }) => uid === 'soundcheck-home');
  return {
    GF_USERS_AUTO_ASSIGN_ORG_ROLE: 'Viewer',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    ...(home && { GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: `${provisioning}/dashboards/soundcheck/${home.key}` }),
  };
}

/** Each dashboard is a ConfigMap of its own, and all come together in the folder that the provider names. */
function volumes(inputs: ClusterInputs) {
  const providers = filesIn(inputs.provisioning, 'dashboards', '.yaml').map(([path]) =>
    path.slice('dashboards/'.length)
  );
  const provider = {
    configMap: { name: 'soundcheck-dashboard-provider', items: providers.map((key) => ({ key, path: key })) },
  };
  const dashboards = dashboardSources(inputs).map(({ configMap: name, key }) => ({
    configMap: { name, items: [{ key, path: `soundcheck/${key}` }] },
  }));
  return [
    { name: 'data', persistentVolumeClaim: { claimName: grafana.name } },
    { name: 'logs', emptyDir: { sizeLimit: '128Mi' } },
    { name: 'tmp', emptyDir: { sizeLimit: '128Mi' } },
    { name: 'dashboards', projected: { sources: [provider, ...dashboards] } },
    { name: 'datasources', configMap: { name: 'soundcheck-data-sources' } },
    { name: 'alerting', configMap: { name: alertingConfigMap } },
  ];
}
