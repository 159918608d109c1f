import type { Notice } from '../incident/notice.ts';

/** 2026-11-26, noon. */
export const noon = Date.UTC(2026, 10, 26, 12);
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** The jukebox's features. */
export const features = [
  'is_explicit',
  'duration_ms',
  'danceability',
  'energy',
  'key',
  'loudness',
  'mode',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
  'tempo',
];

export interface AlertOptions {
  namespace?: string;
  model?: string;
  version?: string;
  feature?: string;
  startsAt?: number;
  /** Makes it resolved. */
  endsAt?: number;
  reason?: string;
  labels?: Record<string, string>;
}

export function notice(options: AlertOptions = {}): Notice {
  const { namespace = 'jukebox-prod', model = 'jukebox', version = 'v1', feature = 'tempo' } = options;
  const { startsAt = noon, endsAt, reason, labels } = options;
  return {
    fingerprint: `${namespace}/${model}/${version}/${feature}`,
    status: endsAt === undefined ? 'firing' : 'resolved',
    startsAt,
    endsAt: endsAt ?? 0,
    labels: {
      alertname: 'jukebox-datadrift-distribution',
      soundcheck: 'drift',
      namespace,
      model,
      model_version: version,
      feature,
      retrain: 'true',
      ...labels,
    },
    reason,
  };
}

/** The same alerts as a call of Alertmanager. */
export function webhook(notices: Notice[], extra: object = {}) {
  return {
    version: '4',
    receiver: 'soundcheck-retrain',
    status: notices.some(({ status }) => status === 'firing') ? 'firing' : 'resolved',
    truncatedAlerts: 0,
    groupKey: '{}',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager',
    alerts: notices.map(({ fingerprint, status, startsAt, endsAt, labels, reason }) => ({
      status,
      labels,
      annotations: reason === undefined ? {} : { grafana_state_reason: reason },
      startsAt: new Date(startsAt).toISOString(),
      endsAt: status === 'firing' ? '0001-01-01T00:00:00Z' : new Date(endsAt).toISOString(),
      generatorURL: '',
      fingerprint,
    })),
    ...extra,
  };
}
