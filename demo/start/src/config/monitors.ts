import { stringify } from 'yaml';
import type { Pace } from './pace.ts';
import type { Scenario } from './scenario.ts';

/** What the monitors of a start depend on. */
export interface Watch {
  scenario: Scenario;
  pace: Pace;
  /** Port of the page. */
  page: number;
  /** Where the gateway takes alerts. Absent: alerts are shown and start nothing. */
  alerts?: string;
}

/** monitors.yaml of the scenario: the distribution of all inputs, and where asked its drift starts a retraining. */
export function monitorsFile({ scenario, pace, page, alerts }: Watch): string {
  const { namespace, model, features, referenceRows, batchSize } = scenario;
  const seconds = (count: number) => `${count}s`;
  return stringify({
    version: 1,
    namespaces: {
      [namespace]: {
        trustyai: { url: '${SOUNDCHECK_TRUSTYAI_URL}' },
        modelServer: { errorShare: 0.05, latency: '500ms', quantile: 0.99 },
      },
    },
    models: {
      [model]: {
        version: 'v1',
        reference: { tag: 'TRAINING', rows: referenceRows, storedRows: referenceRows },
        features,
        batch: batchSize,
      },
    },
    defaults: { persistence: { need: 3, of: 3, every: seconds(pace.step) } },
    monitors: [
      { id: 'distribution', model, namespaces: [namespace], metric: 'ks', retrain: alerts !== undefined },
      { id: 'means', model, namespaces: [namespace], metric: 'compare-means', severity: 'info' },
    ],
    grafana: { url: `http://127.0.0.1:${page}` },
    notify: {
      ...(alerts === undefined ? {} : { retrain: { gateway: alerts, token: '${SOUNDCHECK_RETRAIN_TOKEN}' } }),
      groupWait: seconds(pace.groupWait),
      groupInterval: seconds(pace.groupInterval),
    },
    prometheus: { every: seconds(pace.evaluation) },
  });
}
