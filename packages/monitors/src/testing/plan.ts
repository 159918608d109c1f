import type { Monitor, Plan, Rule } from '../contract.ts';

/** A hand-written plan for tests: two namespaces, one monitor an engine. */
export const monitor: Monitor = {
  id: 'distribution',
  namespace: 'jukebox-prod',
  model: 'jukebox',
  modelVersion: 'v1',
  metric: 'ks',
  kind: 'drift',
  features: [],
  featureCount: 13,
  reference: { tag: 'TRAINING', rows: 5000 },
  storedRows: 5000,
  batch: 500,
  level: 0.05,
  limits: [{ dialect: 'java', valueIs: 'p_value', value: 0.05 / 13, origin: '5 % over 13 features' }],
  persistence: { need: 3, of: 3, everySeconds: 60 },
  minimumRows: 500,
  severity: 'warning',
  engine: 'prometheus',
  retrain: true,
  alert: { application: 'jukebox', version: 'datadrift' },
  noDataSeconds: 900,
  staleSeconds: 21_600,
};

export const plan: Plan = {
  namespaces: [
    { name: 'jukebox-prod', trustyai: { url: '${SOUNDCHECK_TRUSTYAI_URL}', job: 'trustyai-service' } },
    {
      name: 'jukebox-test',
      trustyai: {
        url: 'https://trustyai-service-tls',
        tokenVariable: 'SOUNDCHECK_TRUSTYAI_TEST_TOKEN',
        caFile: '/etc/soundcheck/ca/service-ca.crt',
        job: 'trustyai-service',
      },
    },
  ],
  monitors: [monitor, { ...monitor, id: 'means', namespace: 'jukebox-test', engine: 'grafana' }],
  grafana: {
    url: 'http://127.0.0.1:3000',
    folder: 'Soundcheck',
    prometheusUid: 'soundcheck-prometheus',
    trustyaiUid: 'soundcheck-trustyai',
    lokiUid: 'soundcheck-loki',
  },
  notify: {
    retrain: {
      kind: 'gateway',
      url: '${SOUNDCHECK_RETRAIN_URL}/alerts',
      auth: { kind: 'bearer', tokenVariable: 'SOUNDCHECK_RETRAIN_TOKEN' },
    },
    groupWaitSeconds: 30,
    groupIntervalSeconds: 300,
    repeatIntervalSeconds: 14_400,
    mutes: [
      {
        name: 'sunday-night',
        location: 'Europe/Berlin',
        weekdays: ['sunday'],
        times: [{ start: '02:00', end: '04:00' }],
      },
      { name: 'stocktaking', location: 'UTC', monthsOfYear: ['january'], daysOfMonth: ['1:3'] },
    ],
    deletedContactPoints: ['soundcheck-old'],
  },
  prometheus: { evaluationSeconds: 30, ruleLabels: {} },
};

/** A rule of each engine with every kind of message part. */
export const rule: Rule = {
  kind: 'drift',
  uid: 'soundcheck-0123456789abcdef',
  name: 'jukebox-datadrift-means',
  namespace: 'jukebox-test',
  engine: 'grafana',
  expr: 'max by (namespace, model, feature, value_is) (over{namespace="jukebox-test"})',
  valueExpr: 'max by (namespace, model, feature, value_is) (score{namespace="jukebox-test"})',
  forSeconds: 0,
  labels: { severity: 'warning', retrain: 'true', soundcheck: 'drift', model_version: 'v$1 {{x}}' },
  annotations: {
    summary: [
      { label: 'feature' },
      { text: ' costs $5, {{braces}}: ' },
      { value: true },
      { byValueIs: { p_value: ' is a p-value', ks_d: ' is a distance' } },
    ],
    dashboard_url: [{ text: 'http://127.0.0.1:3000/d/x?var-feature=' }, { label: 'feature', inUrl: true }],
  },
  dashboard: { uid: 'soundcheck-model-drift', panelId: 4 },
};
