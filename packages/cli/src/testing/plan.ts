import type { Monitor, NamespacePlan, Plan } from '@soundcheck/monitors';

/** A KS monitor of the model that `uploadReference` and `sendInferences` make. */
export function monitor(changes: Partial<Monitor> = {}): Monitor {
  return {
    id: 'distribution',
    namespace: 'prod',
    model: 'credit',
    modelVersion: 'v1',
    metric: 'ks',
    kind: 'drift',
    features: [],
    featureCount: 2,
    reference: { tag: 'TRAINING', rows: 300 },
    storedRows: 300,
    batch: 200,
    level: 0.05,
    limits: [],
    persistence: { need: 3, of: 3, everySeconds: 60 },
    minimumRows: 200,
    severity: 'warning',
    engine: 'prometheus',
    retrain: false,
    alert: { application: 'credit', version: 'datadrift' },
    noDataSeconds: 900,
    staleSeconds: 21_600,
    ...changes,
  };
}

export function namespace(name: string, url: string, tokenVariable?: string): NamespacePlan {
  const token = tokenVariable === undefined ? {} : { tokenVariable };
  return { name, trustyai: { url, job: 'trustyai-service', ...token } };
}

export function plan(namespaces: NamespacePlan[], monitors: Monitor[]): Plan {
  return {
    namespaces,
    monitors,
    grafana: { url: '', folder: '', prometheusUid: '', trustyaiUid: '', lokiUid: '' },
    notify: {
      groupWaitSeconds: 30,
      groupIntervalSeconds: 300,
      repeatIntervalSeconds: 14_400,
      mutes: [],
      deletedContactPoints: [],
    },
    prometheus: { evaluationSeconds: 30, ruleLabels: {} },
  };
}
