import { duration } from '../alertmanager/durations.ts';
import type { GrafanaPlan, Rule } from '../contract.ts';
import { plain } from '../prometheus/template.ts';
import { escapeDollars } from './escape.ts';
import { grafanaMessage } from './message.ts';

const RANGE = { from: 60, to: 0 };

function instantQuery(refId: string, expr: string, datasourceUid: string) {
  return {
    refId,
    datasourceUid,
    relativeTimeRange: RANGE,
    model: { refId, expr, instant: true, range: false },
  };
}

const overHalf = {
  refId: 'C',
  datasourceUid: '__expr__',
  relativeTimeRange: RANGE,
  model: {
    refId: 'C',
    type: 'threshold',
    expression: 'A',
    conditions: [{ evaluator: { type: 'gt', params: [0.5] } }],
  },
};

/** An empty B would turn the whole rule into "no data", whatever A says: then there is one point that is no number. */
const neverEmpty = (expr: string) => `(\n${expr.trim()}\n) or on () vector(NaN)`;

/** Grafana takes a panel only with its dashboard and a dashboard only with its panel. */
function place({ dashboard }: Rule): Record<string, string> {
  return dashboard?.panelId === undefined
    ? {}
    : { __dashboardUid__: dashboard.uid, __panelId__: String(dashboard.panelId) };
}

/** A rule as Grafana's provisioning files have it: A is 0 or 1, B the number that people read, C says whether A is 1. */
export function grafanaRule(rule: Rule, grafana: GrafanaPlan) {
  const annotations = Object.entries(rule.annotations).map(([name, parts]) => [name, grafanaMessage(parts)] as const);
  const labels = Object.entries(rule.labels).map(([name, value]) => [name, escapeDollars(plain(value))] as const);
  return {
    uid: rule.uid,
    title: escapeDollars(rule.name),
    condition: 'C',
    for: duration(rule.forSeconds),
    // No series is no verdict: companion rules speak of it under names of their own.
    noDataState: 'OK',
    execErrState: 'Error',
    labels: Object.fromEntries(labels),
    annotations: { ...Object.fromEntries(annotations), ...place(rule) },
    data: [
      instantQuery('A', rule.expr, grafana.prometheusUid),
      ...(rule.valueExpr === undefined ? [] : [instantQuery('B', neverEmpty(rule.valueExpr), grafana.prometheusUid)]),
      overHalf,
    ],
  };
}
