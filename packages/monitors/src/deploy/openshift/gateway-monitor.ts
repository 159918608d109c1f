import { gateway, labelsOf } from '../names.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

/** User-workload monitoring scrapes the gateway; it sets the label `namespace` to this one's, whatever the gateway says. */
export function gatewayMonitor(): KubernetesObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: gateway.name, labels: labelsOf(gateway.name) },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': gateway.name } },
      endpoints: [{ port: 'http', path: '/metrics', interval: '15s', honorLabels: true }],
    },
  };
}
