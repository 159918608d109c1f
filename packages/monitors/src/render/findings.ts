import { duration } from '../alertmanager/durations.ts';
import { inUtc } from '../alertmanager/mutes.ts';
import type { NotifyPlan, Plan, RenderedFile } from '../contract.ts';
import { GRAFANA_FILE } from '../grafana/alerting-file.ts';
import { alertingProblems } from '../grafana/guard.ts';

/** What would be wrong with rendered files: `render` writes none of them. */
export function outputProblems(files: readonly RenderedFile[]): string[] {
  return alertingProblems(
    new Map(files.filter(({ path }) => path === GRAFANA_FILE).map(({ path, text }) => [path, text]))
  );
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
