import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOf, prometheusRules, readMonitors } from '@soundcheck/monitors';
import { root } from './run-command.ts';

/** What Prometheus writes of alerts by itself. */
const ofAlerts = ['ALERTS', 'ALERTS_FOR_STATE'];

/** Series that the rules of the shipped monitors.yaml record, and those of alerts. */
export function recordedMetrics(): string[] {
  const reading = readMonitors(readFileSync(join(root, 'monitors.yaml'), 'utf8'));
  if ('problems' in reading) {
    throw new Error(`monitors.yaml: ${reading.problems.map(({ message }) => message).join('; ')}`);
  }
  const plan = planOf(reading.file);
  const rules = plan.namespaces.flatMap(({ name }) =>
    prometheusRules(plan, name).groups.flatMap((group) => group.rules)
  );
  return [...rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])), ...ofAlerts];
}

/** Metrics of the retraining gateway, as its README promises them. */
export function gatewayMetrics(): string[] {
  const text = readFileSync(join(root, 'services/retrain/README.md'), 'utf8');
  return [...new Set(text.match(/soundcheck_retrain_\w+/g))];
}
