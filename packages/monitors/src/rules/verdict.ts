import type { MessagePart, Monitor, Plan, Rule } from '../contract.ts';
import { BIAS_DASHBOARD, DRIFT_DASHBOARD, LOGS_DASHBOARD, descriptionOf, link, summaryOf, text } from './messages.ts';
import { durationText, indented, numberText } from './promql.ts';
import { overLimitOf, scoreOf } from './scores.ts';
import { uidOf } from './uid.ts';

/**
 * At least `need` of the last `of` steps. A subquery's steps lie at whole multiples of its step since the epoch; 1 ms less
 * than `of` steps holds exactly `of` of them, whether the range includes its left end (Prometheus 2) or not (3), but for the
 * last millisecond of a step in Prometheus 3. A missing step adds nothing, so it counts as not over.
 */
export function persistent(monitor: Monitor): string {
  const { need, of, everySeconds } = monitor.persistence;
  const range = `[${durationText(of * everySeconds * 1000 - 1)}:${durationText(everySeconds * 1000)}]`;
  return `sum_over_time((\n${indented(overLimitOf(monitor))}\n)${range}) >= bool ${numberText(need)}`;
}

/** Labels that say whose rule it is, besides those that its expression gives. */
export function labelsOf(monitor: Monitor): Record<string, string> {
  const { id, modelVersion } = monitor;
  return { model_version: modelVersion, monitor: id };
}

export function linksOf(plan: Plan, dashboard: string, monitor: Monitor): Record<string, MessagePart[]> {
  return {
    dashboard_url: [text(link(plan, dashboard, monitor))],
    logs_url: [text(link(plan, LOGS_DASHBOARD, monitor))],
    ...(monitor.runbook === undefined ? {} : { runbook_url: [text(monitor.runbook)] }),
  };
}

/** The rule that a monitor is about: drift, fairness or a mean out of its range. */
export function verdictRule(plan: Plan, monitor: Monitor): Rule {
  const { id, namespace, kind, alert, severity, retrain, engine, model } = monitor;
  const dashboard = kind === 'fairness' ? BIAS_DASHBOARD : DRIFT_DASHBOARD;
  const links = linksOf(plan, dashboard, monitor);
  const { dashboard_url: base = [] } = links;
  const feature: MessagePart[] = kind === 'drift' ? [text('&var-feature='), { label: 'feature', inUrl: true }] : [];
  return {
    kind: kind === 'fairness' ? 'fairness' : 'drift',
    uid: uidOf(kind === 'fairness' ? 'fairness' : 'drift', [namespace, model, id]),
    name: `${alert.application}-${alert.version}-${id}`,
    namespace,
    engine,
    expr: persistent(monitor),
    valueExpr: scoreOf(monitor),
    forSeconds: 0,
    labels: {
      ...labelsOf(monitor),
      soundcheck: kind === 'fairness' ? 'fairness' : 'drift',
      severity,
      ...(retrain ? { retrain: 'true' } : {}),
    },
    annotations: {
      summary: summaryOf(monitor),
      description: descriptionOf(monitor),
      ...links,
      dashboard_url: [...base, ...feature],
    },
    dashboard: { uid: dashboard },
  };
}
