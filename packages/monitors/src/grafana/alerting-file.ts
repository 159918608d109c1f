import { duration } from '../alertmanager/durations.ts';
import type { Plan, Rule } from '../contract.ts';
import { yamlText } from '../render/yaml-text.ts';
import { contactPoints } from './contact-points.ts';
import { escapeDollars } from './escape.ts';
import { muteTimes, policies } from './policies.ts';
import { grafanaRule } from './rule.ts';

/** Path below the repository of somebody who keeps Grafana's own layout. */
export const GRAFANA_FILE = 'provisioning/alerting/monitors.yaml';

const ABOUT = [
  'Variables are filled in by Grafana from its own environment.',
  "Grafana has one tree of policies for an organisation: this file's replaces it.",
];

/** provisioning/alerting/monitors.yaml as an object: a group a namespace, with the rules that Grafana evaluates. */
export function grafanaAlerting({ namespaces, grafana, notify, prometheus }: Plan, rules: readonly Rule[]) {
  const ours = rules.filter(({ engine }) => engine === 'grafana');
  const groups = namespaces
    .map(({ name }) => ({ name, rules: ours.filter(({ namespace }) => namespace === name) }))
    .filter((group) => group.rules.length > 0);
  return {
    apiVersion: 1,
    groups: groups.map((group) => ({
      orgId: 1,
      name: `soundcheck ${escapeDollars(group.name)}`,
      folder: escapeDollars(grafana.folder),
      interval: duration(prometheus.evaluationSeconds),
      rules: group.rules.map((rule) => grafanaRule(rule, grafana)),
    })),
    contactPoints: contactPoints(notify),
    policies: policies(notify),
    muteTimes: muteTimes(notify),
    ...(notify.deletedContactPoints.length > 0
      ? { deleteContactPoints: notify.deletedContactPoints.map((uid) => ({ orgId: 1, uid })) }
      : {}),
  };
}

/** The same as text. */
export function grafanaFile(plan: Plan, rules: readonly Rule[]): string {
  return yamlText([grafanaAlerting(plan, rules)], ABOUT);
}
