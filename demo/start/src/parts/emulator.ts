import { historyStepSeconds } from '../config/history.ts';
import { join } from 'node:path';
import { jobLabels } from '../config/prometheus.ts';
import { typescript } from '../run/typescript.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { local, scenarioFolder, trustyaiHistory } from './context.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

/**
 * Starts the TrustyAI emulator. It first replays the week and writes what Prometheus would have scraped; it answers
 * once that file is whole.
 */
export async function startEmulator({ children, held, ports, scenario, now, pace }: Context): Promise<Child> {
  const labels = Object.entries(jobLabels(scenario).trustyai).flatMap(([name, value]) => [
    '--label',
    `${name}=${value}`,
  ]);
  await held.release('emulator');
  const child = children.start({
    name: 'trustyai-emulator',
    ...typescript('demo/emulator/src/main.ts', [
      ...['--port', String(ports.emulator), '--schedule', `${pace.schedule}s`],
      ...['--replay', join(scenarioFolder, 'events.ndjson'), '--history-out', trustyaiHistory],
      ...['--history-step', `${historyStepSeconds}s`, '--history-until', String(now), ...labels],
    ]),
  });
  await waitForUrl(child, local(ports.emulator, '/q/health'), 300);
  return child;
}
