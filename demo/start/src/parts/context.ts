import { join } from 'node:path';
import { runFolder } from '../paths.ts';
import type { Arguments } from '../arguments.ts';
import type { Pace } from '../config/pace.ts';
import type { Scenario } from '../config/scenario.ts';
import type { HeldPorts } from '../held-ports.ts';
import type { Ports } from '../ports.ts';
import type { Children } from '../run/children.ts';

/** What every part of a start needs to know. */
export interface Context {
  args: Arguments;
  children: Children;
  ports: Ports;
  /** Keeps the ports of parts that are not there yet; a part releases its own just before it starts. */
  held: HeldPorts;
  /** Port of the page. */
  page: number;
  scenario: Scenario;
  /** End of history, epoch milliseconds. */
  now: number;
  pace: Pace;
  /** Drift starts a retraining. Not with --repeat, where verdicts stay, and not on own data, which has no new rows. */
  retraining: boolean;
  /** What the gateway is asked with; made anew at each start. */
  token: string;
}

/** monitors.yaml of this start, and the folder of all that `soundcheck render` makes of it. */
export const monitorsPath = join(runFolder, 'monitors.yaml');
export const renderedFolder = join(runFolder, 'rendered');

/** Written by `scenarios prepare`. */
export const scenarioFolder = join(runFolder, 'scenario');
export const trustyaiHistory = join(runFolder, 'trustyai.openmetrics');
export const modelHistory = join(scenarioFolder, 'model-server.openmetrics');
/** Lines of the live traffic, which `scenarios ship-logs` takes from there to Loki. */
export const liveLogs = join(scenarioFolder, 'live-logs.ndjson');
/** Header X-Scope-OrgID of everything in Loki, as OpenShift Logging names it. */
export const lokiTenant = 'application';

export function local(port: number, path = ''): string {
  return `http://127.0.0.1:${port}${path}`;
}
