import type { Monitor, NamespacePlan, Plan, Rule } from '../contract.ts';
import type { Watched } from './companions/companion.ts';
import { modelServerRules } from './companions/model-server.ts';
import { dataRules } from './companions/model.ts';
import { scheduleRules } from './companions/schedule.ts';
import { trustyaiDown } from './companions/service.ts';
import { verdictRule } from './verdict.ts';

function watchedOf(plan: Plan, namespace: NamespacePlan, monitors: Monitor[]): Watched | undefined {
  const [first] = monitors;
  return (
    first && {
      plan,
      namespace,
      model: first.model,
      modelVersion: first.modelVersion,
      monitors,
      engine: first.engine,
      application: first.alert.application,
      noDataSeconds: Math.min(...monitors.map(({ noDataSeconds }) => noDataSeconds)),
      staleSeconds: Math.min(...monitors.map(({ staleSeconds }) => staleSeconds)),
    }
  );
}

function namespaceRules(plan: Plan, namespace: NamespacePlan): Rule[] {
  const monitors = plan.monitors.filter((monitor) => monitor.namespace === namespace.name);
  const models = [...new Set(monitors.map(({ model }) => model))];
  const watched = models.flatMap((model) => {
    const own = watchedOf(
      plan,
      namespace,
      monitors.filter((monitor) => monitor.model === model)
    );
    return own ? [own] : [];
  });
  const [first] = watched;
  return [
    ...monitors.map((monitor) => verdictRule(plan, monitor)),
    ...monitors.flatMap((monitor) => scheduleRules(plan, monitor)),
    ...watched.flatMap((one) => [...dataRules(one), ...modelServerRules(one)]),
    ...(first ? [trustyaiDown(plan, namespace, first)] : []),
  ];
}

/**
 * All alert rules of a plan, of no engine: for each namespace a rule for each monitor, then the companions of monitors, of
 * models and of the service. The same plan gives the same rules in the same order.
 */
export function rulesOf(plan: Plan): Rule[] {
  return plan.namespaces.flatMap((namespace) => namespaceRules(plan, namespace));
}
