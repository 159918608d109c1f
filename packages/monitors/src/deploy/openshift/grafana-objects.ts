import { alertingChecksum, dashboardSources } from '../base.ts';
import { alertingConfigMap, grafana, labelsOf } from '../names.ts';
import { pluginPieces } from '../plugins.ts';
import { confined, resources } from '../pod.ts';
import { annotatorSecret, grafanaLabel, operatorApi, serviceCa } from './names.ts';
import { oauthProxy, proxyVolumes, redirectReference, route, servingSecret } from './login.ts';
import { environment } from '../environment.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const part = { 'app.kubernetes.io/part-of': 'soundcheck' };
const injected = (name: string, annotation: Record<string, string>, labels = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels: { ...part, ...labels }, annotations: annotation },
});

/** Grafana by its operator, behind OpenShift's login, with everybody a Viewer, and what it needs from the cluster. */
export function grafanaObjects(inputs: ClusterInputs): KubernetesObject[] {
  return [
    injected(serviceCa.name, { 'service.beta.openshift.io/inject-cabundle': 'true' }),
    injected('soundcheck-trusted-ca', {}, { 'config.openshift.io/inject-trusted-cabundle': 'true' }),
    grafanaObject(inputs),
    service(),
    {
      apiVersion: operatorApi,
      kind: 'GrafanaServiceAccount',
      metadata: { name: 'soundcheck-retrain', labels: part },
      spec: {
        instanceName: grafana.name,
        name: 'soundcheck-retrain',
        role: 'Editor',
        tokens: [{ name: 'annotations', secretName: annotatorSecret }],
      },
    },
  ];
}

/** The operator calls its own service differently from the one of plain Kubernetes; the gateway knows one name. */
function service(): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: grafana.name, labels: labelsOf(grafana.name) },
    spec: {
      selector: { app: grafana.name },
      ports: [{ name: 'http', port: grafana.port, targetPort: 'grafana-http' }],
    },
  };
}

function grafanaObject(inputs: ClusterInputs): KubernetesObject {
  const home = dashboardSources(inputs).find(({ uid }) => uid === 'soundcheck-home');
  return {
    apiVersion: operatorApi,
    kind: 'Grafana',
    metadata: { name: grafana.name, labels: { ...part, ...grafanaLabel } },
    spec: {
      version: grafana.image.split(':')[1],
      config: settings,
      ...(home && { preferences: { homeDashboardUid: home.uid } }),
      persistentVolumeClaim: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
      serviceAccount: { metadata: { annotations: redirectReference } },
      service: {
        metadata: { annotations: servingSecret },
        spec: { ports: [{ name: 'https', port: 9091, targetPort: 'https', protocol: 'TCP' }] },
      },
      route,
      deployment: { spec: deployment(inputs) },
    },
  };
}

/** grafana.ini. Only the login proxy, in the same pod, may say who somebody is. */
const settings = {
  users: { auto_assign_org_role: 'Viewer', allow_sign_up: 'false' },
  auth: { disable_login_form: 'true', disable_signout_menu: 'true' },
  'auth.anonymous': { enabled: 'false' },
  'auth.proxy': {
    enabled: 'true',
    header_name: 'X-Forwarded-User',
    header_property: 'username',
    auto_sign_up: 'true',
    whitelist: '127.0.0.1, ::1',
  },
  security: { cookie_secure: 'true' },
  analytics: { reporting_enabled: 'false', check_for_updates: 'false', check_for_plugin_updates: 'false' },
};

/** Laid over the operator's own Deployment. */
function deployment(inputs: ClusterInputs) {
  const plugins = pluginPieces(inputs.version);
  const { SOUNDCHECK_RETRAIN_URL = '' } = environment(inputs);
  const env = { ...plugins.environment, SOUNDCHECK_RETRAIN_URL };
  return {
    strategy: { type: 'Recreate' },
    template: {
      metadata: { annotations: alertingChecksum(inputs) },
      spec: {
        initContainers: [plugins.initContainer],
        containers: [
          {
            name: 'grafana',
            env: Object.entries(env).map(([name, value]) => ({ name, value })),
            envFrom: [{ secretRef: { name: grafana.secret } }],
            securityContext: confined,
            resources: resources('100m', '256Mi', '1Gi'),
            volumeMounts: [
              plugins.volumeMount,
              { name: 'alerting', mountPath: '/etc/grafana/provisioning/alerting', readOnly: true },
            ],
          },
          oauthProxy,
        ],
        volumes: [
          plugins.volume,
          { name: 'grafana-data', persistentVolumeClaim: { claimName: `${grafana.name}-pvc` } },
          { name: 'alerting', configMap: { name: alertingConfigMap } },
          ...proxyVolumes,
        ],
      },
    },
  };
}
