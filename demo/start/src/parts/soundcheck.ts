import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { monitorsFile } from '../config/monitors.ts';
import { root, runFolder } from '../paths.ts';
import { say } from '../progress.ts';
import { lastWords } from '../run/log-tail.ts';
import { Sentence } from '../sentence.ts';
import { local, monitorsPath, renderedFolder } from './context.ts';
import type { Program } from '../run/children.ts';
import type { Context } from './context.ts';

/** A run of the `soundcheck` command. */
function soundcheck(name: string, args: string[], { ports, token }: Context): Program {
  const env = { SOUNDCHECK_TRUSTYAI_URL: local(ports.emulator), SOUNDCHECK_RETRAIN_TOKEN: token };
  return { name, command: process.execPath, args: [join(root, 'packages/cli/bin/soundcheck.mjs'), ...args], env };
}

/** Where Alertmanager reads the gateway's token: its configuration expands no variables. */
export const secretsFolder = join(runFolder, 'secrets');

/**
 * Writes monitors.yaml of this start, and from it the rules of Prometheus and the routes of Alertmanager.
 * @throws Sentence where `soundcheck render` does not take it
 */
export async function renderMonitors(context: Context): Promise<void> {
  const { scenario, pace, page, ports, retraining, token, children } = context;
  const alerts = retraining ? { alerts: local(ports.gateway, '/alerts') } : {};
  writeFileSync(monitorsPath, monitorsFile({ scenario, pace, page, ...alerts }));
  mkdirSync(secretsFolder, { recursive: true });
  writeFileSync(join(secretsFolder, 'retrain-token'), token, { mode: 0o600 });
  const where = ['--file', monitorsPath, '--out', renderedFolder, '--secrets', secretsFolder];
  const program = soundcheck('render', ['render', ...where, '--only', 'prometheus', '--only', 'alertmanager'], context);
  const { ok, outcome, log } = await children.run(program);
  if (!ok) {
    throw new Sentence(`The monitors could not be rendered (${outcome}). ${lastWords(log)}`);
  }
}

/** Makes TrustyAI's schedules equal the file, again and again: a restarted service has forgotten them. */
export async function keepSchedules(context: Context): Promise<void> {
  const { children, pace } = context;
  let trouble = false;
  while (!children.stopping) {
    const args = ['reconcile', '--file', monitorsPath, '--state', join(runFolder, 'reconcile.json')];
    const child = children.start(soundcheck('reconcile', args, context));
    const failed = (await child.ended) === 'exit code 2';
    if (failed !== trouble && !children.stopping) {
      trouble = failed;
      say(trouble ? `  Schedules cannot be reconciled. ${lastWords(child.log)}` : '  Schedules are reconciled again.');
    }
    await sleep(pace.reconcile * 1000);
  }
}
