import { createHash } from 'node:crypto';
import { alertingConfigMap, dashboardConfigMap, gateway, namespace } from './names.ts';
import { gatewayConfig } from './gateway/gateway-config.ts';
import { gatewayObjects } from './gateway/gateway-objects.ts';
import { kustomization, yamlFile } from './kubernetes-object.ts';
import { dashboardObject, dashboardsOf, dataOf, provisioningConfigMap } from './provisioned.ts';
import type { RenderedFile } from '../contract.ts';
import type { ClusterInputs } from './cluster-files.ts';

const folder = 'deploy/base';

/** Grafana reads rules and contact points when it starts: its pods carry this, so that a change starts them anew. */
export function alertingChecksum({ provisioning }: ClusterInputs): Record<string, string> {
  const text = JSON.stringify(dataOf(provisioning, 'alerting'));
  return { 'soundcheck/alerting': createHash('sha256').update(text).digest('hex').slice(0, 16) };
}

/** What every cluster needs: dashboards, rules and contact points as ConfigMaps, and the gateway. */
export function baseFiles({ plan, provisioning, version }: ClusterInputs): RenderedFile[] {
  const dashboards = dashboardsOf(provisioning);
  const alerting = provisioningConfigMap(alertingConfigMap, 'alert', dataOf(provisioning, 'alerting'));
  const files = [
    ...dashboards.map((dashboard) =>
      yamlFile(`${folder}/dashboards/${dashboard.uid}.yaml`, [dashboardObject(dashboard, plan.grafana.folder)])
    ),
    yamlFile(`${folder}/alerting.yaml`, [alerting]),
    yamlFile(`${folder}/gateway.yaml`, gatewayObjects(version)),
  ];
  const resources = files.map(({ path }) => path.slice(folder.length + 1));
  return [
    ...files,
    gatewayConfig(folder, { annotates: false }),
    kustomization(folder, {
      namespace,
      resources,
      configMapGenerator: [{ name: gateway.name, files: ['retrain.yaml'] }],
    }),
  ];
}

/** The ConfigMaps with dashboards: key and name of each, in order of the uids. */
export function dashboardSources({ provisioning }: ClusterInputs) {
  return dashboardsOf(provisioning).map(({ uid, title }) => ({
    uid,
    title,
    configMap: dashboardConfigMap(uid),
    key: `${uid}.json`,
  }));
}
