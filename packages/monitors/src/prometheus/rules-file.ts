import { quoteString } from '@soundcheck/query';
import { stringify } from 'yaml';
import { rulesOf } from '../rules/rules.ts';
import { block, durationText, numberText } from '../rules/promql.ts';
import { overLimitOf, scoreOf, timesLimitOf } from '../rules/scores.ts';
import type { Monitor, Plan, Rule } from '../contract.ts';
import { plain, template } from './template.ts';

interface Recording {
  record: string;
  expr: string;
  labels: Record<string, string>;
}

interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** As Prometheus reads it from a file, and from `spec` of a PrometheusRule. */
export interface RuleGroups {
  groups: Array<{ name: string; interval: string; rules: Array<Recording | Alert> }>;
}

/** A label of a recording by its expression: its labels are no templates, and YAML cannot hold every name. */
function labelled(expr: string, label: string, value: string): string {
  return `label_replace(${expr},"${label}",${quoteString(value.replaceAll('$', '$$$$'))},"","")`;
}

/**
 * What dashboards draw, whoever evaluates the alert: the normalised number, its limits, and whether it is over at this
 * instant. The version makes before and after a retraining two series.
 */
function recordings(monitor: Monitor): Recording[] {
  const { namespace, model, modelVersion, metric, limits, id } = monitor;
  const labels = { monitor: id };
  const versioned = (expr: string) => labelled(expr, 'model_version', modelVersion);
  return [
    { record: 'soundcheck:score', expr: versioned(scoreOf(monitor)), labels },
    { record: 'soundcheck:times_limit', expr: versioned(timesLimitOf(monitor)), labels },
    { record: 'soundcheck:over', expr: versioned(overLimitOf(monitor)), labels },
    ...limits
      .filter(({ valueIs }, i) => limits.findIndex((one) => one.valueIs === valueIs) === i)
      .map(({ valueIs, value }) => ({
        record: 'soundcheck:limit',
        expr: versioned(labelled(`vector(${numberText(value)})`, 'model', model)),
        labels: { namespace, metric, value_is: valueIs, ...labels },
      })),
  ];
}

function alertOf(rule: Rule): Alert {
  const { name, expr, forSeconds, labels, annotations } = rule;
  return {
    alert: name,
    expr: `${block(expr)} == 1`,
    ...(forSeconds > 0 ? { for: durationText(forSeconds * 1000) } : {}),
    labels: Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, plain(value)])),
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([label, parts]) => [label, template(parts, rule)])
    ),
  };
}

/**
 * The rules of one namespace for Prometheus: a group for each monitor (recordings, then its alert, which reads them) and
 * one for the companions. Of monitors that Grafana evaluates: the recordings alone.
 */
export function prometheusRules(plan: Plan, namespace: string): RuleGroups {
  const interval = durationText(plan.prometheus.evaluationSeconds * 1000);
  const rules = rulesOf(plan).filter((rule) => rule.namespace === namespace && rule.engine === 'prometheus');
  const monitors = plan.monitors.filter((one) => one.namespace === namespace);
  const verdicts = monitors.map((monitor) => ({
    name: `soundcheck-${monitor.id}`,
    interval,
    rules: [
      ...recordings(monitor),
      ...rules.filter(({ kind, labels }) => isVerdict(kind) && labels['monitor'] === monitor.id).map(alertOf),
    ],
  }));
  const companions = rules.filter(({ kind }) => !isVerdict(kind)).map(alertOf);
  return {
    groups: [
      ...verdicts,
      ...(companions.length > 0 ? [{ name: 'soundcheck companions', interval, rules: companions }] : []),
    ],
  };
}

function isVerdict(kind: Rule['kind']): boolean {
  return kind === 'drift' || kind === 'fairness';
}

/** `prometheusRules` as the text of a rules file: the same bytes for the same plan. */
export function rulesFile(plan: Plan, namespace: string): string {
  return stringify(prometheusRules(plan, namespace), { lineWidth: 0, aliasDuplicateObjects: false });
}
