import { join } from 'node:path';
import { runFolder } from '../paths.ts';
import { keepRunning } from '../run/keep-running.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { local, renderedFolder } from './context.ts';
import type { FoundPart } from '../native/part.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

/** Starts Alertmanager alone, without a cluster. */
export async function startAlertmanager(found: FoundPart, { children, held, ports }: Context): Promise<Child> {
  const config = join(renderedFolder, 'deploy/alertmanager/alertmanager.yml');
  await held.release('alertmanager');
  const program = {
    name: 'alertmanager',
    command: found.programs.get('alertmanager') ?? 'alertmanager',
    args: [
      `--config.file=${config}`,
      `--storage.path=${join(runFolder, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
      '--cluster.listen-address=',
    ],
  };
  const child = keepRunning(program, children);
  await waitForUrl(child, local(ports.alertmanager, '/-/ready'), 60);
  return child;
}
