import {
  FieldType,
  urlUtil,
  type DataFrame,
  type DataLink,
  type DataSourceRef,
  type Field,
  type InterpolateFunction,
} from '@grafana/data';
import { maskedLines, quoteRegex, quoteString } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery } from './types.ts';

/** Where links lead. */
export interface LinkTargets {
  lokiUid?: string;
  /** Of the settings; a namespace label of the number itself comes first. */
  namespace?: string;
  /** Our own data source. */
  own: { uid: string; type: string; name: string };
}

/** Logs on both sides of a point, so that what led to it and what followed is there. */
const WINDOW_MS = 15 * 60_000;

/** KServe names the pods of a model after it; the operator calls the service's deployment trustyai-service. */
function podPattern(model: string): string {
  return `${quoteRegex(model)}-.*|trustyai-service-.*`;
}

/**
 * LogQL for the logs of a model's pods and of TrustyAI's. Two queries, because collectors name the labels differently:
 * Alloy and Promtail `namespace` and `pod`, OpenShift Logging `kubernetes_namespace_name` and `kubernetes_pod_name`. The
 * values of features in logged requests are masked.
 */
export function logQueries(model: string, namespace: string | undefined): string[] {
  return ['', 'kubernetes_'].map((prefix) => {
    const pod = `${prefix}${prefix ? 'pod_name' : 'pod'}=~${quoteString(podPattern(model))}`;
    const space = namespace ? [`${prefix}${prefix ? 'namespace_name' : 'namespace'}=${quoteString(namespace)}`] : [];
    return maskedLines(`{${[...space, pod].join(', ')}}`);
  });
}

/** Around the clicked point; around now where the number has no time. */
function rangeAround(replaceVariables: InterpolateFunction | undefined): { from: string; to: string } {
  const time = Number(replaceVariables?.('${__value.time}') || NaN);
  return Number.isFinite(time)
    ? { from: String(time - WINDOW_MS), to: String(time + WINDOW_MS) }
    : { from: 'now-30m', to: 'now' };
}

function exploreUrl(datasource: DataSourceRef, queries: object[], range: { from: string; to: string }): string {
  const withRefs = queries.map((query, i) => ({ refId: String.fromCharCode(65 + i), datasource, ...query }));
  return urlUtil.renderUrl('/explore', {
    left: JSON.stringify({ datasource: datasource.uid, queries: withRefs, range }),
  });
}

function logsLink(uid: string, model: string, namespace: string | undefined): DataLink {
  const queries = logQueries(model, namespace).map((expr) => ({ expr, queryType: 'range' }));
  return {
    title: t('links.logs', 'Logs of {{model}} and TrustyAI around this point', { model }),
    url: '',
    onBuildUrl: ({ replaceVariables }) => exploreUrl({ type: 'loki', uid }, queries, rangeAround(replaceVariables)),
  };
}

function scheduleLink({ uid, type, name }: LinkTargets['own'], model: string, metric: string): DataLink {
  const query: TrustyDataQuery = { refId: 'A', datasource: { uid, type }, queryType: 'schedules', model, metric };
  return {
    title: t('links.schedule', 'Schedules of this metric'),
    url: '',
    internal: { datasourceUid: uid, datasourceName: name, query },
  };
}

function linked(field: Field, { lokiUid, namespace, own }: LinkTargets): Field {
  const { model, metric, namespace: ofSeries } = field.labels ?? {};
  if (field.type !== FieldType.number || !model || !metric) {
    return field;
  }
  const links = [
    ...(lokiUid ? [logsLink(lokiUid, model, ofSeries ?? namespace)] : []),
    scheduleLink(own, model, metric),
  ];
  return { ...field, config: { ...field.config, links: [...(field.config.links ?? []), ...links] } };
}

/** Adds links to every number that names its model and metric: to the logs around it and to its schedules. */
export function withLinks(frames: readonly DataFrame[], targets: LinkTargets): DataFrame[] {
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => linked(field, targets)) }));
}
