import { duration } from '../alertmanager/durations.ts';
import { inUtc } from '../alertmanager/mutes.ts';
import type { NotifyPlan, Plan } from '../contract.ts';
import { GRAFANA_FILE, grafanaFile } from '../grafana/alerting-file.ts';
import { alertingProblems } from '../grafana/guard.ts';
import { rulesOf } from '../rules/rules.ts';

/** What would be wrong with the files of a plan: `render` writes none of them then. */
export function outputProblems(plan: Plan): string[] {
  return alertingProblems(new Map([[GRAFANA_FILE, grafanaFile(plan, rulesOf(plan))]]));
}

function retrainWarnings({ retrain, repeatIntervalSeconds }: NotifyPlan): string[] {
  if (retrain === undefined) {
    return [];
  }
  const warnings: string[] = [];
  if (retrain.kind === 'event-listener') {
    warnings.push(
      'notify.retrain.eventListener starts a run for each call: one more for each further feature of an alert, and again ' +
        `every ${duration(repeatIntervalSeconds)} while it goes on. The gateway (notify.retrain.gateway) starts one an incident.`
    );
  }
  if (retrain.auth.kind === 'none') {
    warnings.push(
      'notify.retrain has no token and no password: whoever reaches that address can start a training. Give it a token.'
    );
  }
  return warnings;
}

/** What works as written and will surprise. */
export function outputWarnings({ notify, monitors }: Plan): string[] {
  const zoned = notify.mutes.filter((mute) => !inUtc(mute));
  return [
    ...retrainWarnings(notify),
    ...(monitors.some(({ engine }) => engine === 'prometheus') ? zoned : []).map(
      ({ name, location }) =>
        `The mute ${name} is in ${location}: AlertmanagerConfig knows UTC only, so that it is left out in clusters. It holds in Grafana and in a plain Alertmanager.`
    ),
  ];
}
