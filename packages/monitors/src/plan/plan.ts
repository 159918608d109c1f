import type { GrafanaPlan, NamespacePlan, Plan } from '../contract.ts';
import type { MonitorsFile } from '../file/shape.ts';
import { secondsOf, variableIn } from '../file/values.ts';
import { monitorOf } from './monitors.ts';
import { notifyOf } from './notify.ts';
import { EVALUATION } from './settings.ts';

type NamespaceEntry = MonitorsFile['namespaces'][string];

function namespaceOf(name: string, { trustyai, modelServer }: NamespaceEntry): NamespacePlan {
  const { url, token, ca, batchSize, job = 'trustyai-service' } = trustyai;
  return {
    name,
    trustyai: {
      url: url.replace(/\/+$/, ''),
      ...(token === undefined ? {} : { tokenVariable: variableIn(token) }),
      ...(ca === undefined ? {} : { caFile: ca }),
      ...(batchSize === undefined ? {} : { batchSize }),
      job,
    },
    ...(modelServer === undefined
      ? {}
      : {
          modelServer: {
            errorShare: modelServer.errorShare,
            latencySeconds: secondsOf(modelServer.latency),
            latencyQuantile: modelServer.quantile,
          },
        }),
  };
}

function grafanaOf({ url, folder, prometheusUid, trustyaiUid, lokiUid }: MonitorsFile['grafana']): GrafanaPlan {
  return {
    url: url.replace(/\/+$/, ''),
    folder: folder ?? 'Soundcheck',
    prometheusUid: prometheusUid ?? 'soundcheck-prometheus',
    trustyaiUid: trustyaiUid ?? 'soundcheck-trustyai',
    lokiUid: lokiUid ?? 'soundcheck-loki',
  };
}

/**
 * The plan of a file that `readMonitors` found right: defaults applied, each limit worked out with its origin, one monitor
 * for each entry and namespace, in the file's order.
 */
export function planOf(file: MonitorsFile): Plan {
  return {
    namespaces: Object.entries(file.namespaces).map(([name, entry]) => namespaceOf(name, entry)),
    monitors: file.monitors.flatMap((entry) => entry.namespaces.map((namespace) => monitorOf(file, entry, namespace))),
    grafana: grafanaOf(file.grafana),
    notify: notifyOf(file.notify),
    prometheus: {
      evaluationSeconds: secondsOf(file.prometheus?.every ?? EVALUATION),
      ruleLabels: { ...file.prometheus?.ruleLabels },
    },
  };
}
