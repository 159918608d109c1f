import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertmanagerFile } from '../config/alertmanager.ts';
import { runFolder } from '../paths.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { local } from './context.ts';
import type { FoundPart } from '../native/part.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

/** Starts Alertmanager alone, without a cluster. */
export async function startAlertmanager(found: FoundPart, { children, held, ports }: Context): Promise<Child> {
  const config = join(runFolder, 'alertmanager.yml');
  writeFileSync(config, alertmanagerFile());
  await held.release('alertmanager');
  const child = children.start({
    name: 'alertmanager',
    command: found.programs.get('alertmanager') ?? 'alertmanager',
    args: [
      `--config.file=${config}`,
      `--storage.path=${join(runFolder, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
      '--cluster.listen-address=',
    ],
  });
  await waitForUrl(child, local(ports.alertmanager, '/-/ready'), 60);
  return child;
}
