/** Names that several objects share. Within one namespace they find each other without it, so that it can be changed. */
export const namespace = 'soundcheck';

export const gateway = { name: 'soundcheck-retrain', port: 8090, secret: 'soundcheck-retrain' } as const;

export const grafana = {
  name: 'soundcheck-grafana',
  port: 3000,
  image: 'grafana/grafana:12.4.0',
  /** Names of variables with secrets that data sources and contact points use. */
  secret: 'soundcheck-grafana',
  plugins: ['soundcheck-trustyai-datasource', 'soundcheck-drift-panel'],
} as const;

/** Tekton calls the service of an EventListener `el-<name>`. */
export const eventListener = { name: 'soundcheck-retrain', service: 'el-soundcheck-retrain', port: 8080 } as const;

export const alertingConfigMap = 'soundcheck-alerting';

/** Images of this repository (docker/, services/retrain/Dockerfile); kustomize's `images` gives them your registry. */
export function imagesOf(version: string) {
  const image = (name: string) => `${name}:${version}`;
  return {
    plugins: image('soundcheck-plugins'),
    retrain: image('soundcheck-retrain'),
    cli: image('soundcheck-cli'),
  };
}

export function labelsOf(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'soundcheck' };
}

/** Name of the ConfigMap that carries a dashboard. */
export function dashboardConfigMap(uid: string): string {
  return `dashboard-${uid}`;
}
