import { LABELS } from './service-monitor.ts';

/**
 * PrometheusRule (monitoring.coreos.com/v1).
 * @param labels by which the cluster's Prometheus chooses rules, if it asks for any
 * @param rules `{ groups }` as in a plain rules file
 */
export function prometheusRule(namespace: string, labels: Record<string, string>, rules: object) {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'soundcheck', namespace, labels: { ...LABELS, ...labels } },
    spec: rules,
  };
}
