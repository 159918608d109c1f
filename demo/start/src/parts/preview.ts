import { join } from 'node:path';
import { root } from '../paths.ts';
import { typescript } from '../run/typescript.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { local, lokiTenant } from './context.ts';
import { prepareGallery } from './gallery.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

/** Starts the page's server with the shipped dashboards and the gallery. The provisioning files name the variables that are set here. */
export async function startPreview({ children, ports, page, scenario }: Context): Promise<Child> {
  const provisioning = join(root, 'provisioning');
  const folders = [provisioning, await prepareGallery(children)].join(',');
  const child = children.start({
    name: 'preview',
    ...typescript('demo/preview/src/server/main.ts', ['--port', String(page), '--provisioning', folders]),
    env: {
      GF_PATHS_PROVISIONING: provisioning,
      SOUNDCHECK_TRUSTYAI_URL: local(ports.emulator),
      SOUNDCHECK_PROMETHEUS_URL: local(ports.prometheus),
      SOUNDCHECK_ALERTMANAGER_URL: local(ports.alertmanager),
      SOUNDCHECK_LOKI_URL: local(ports.loki),
      SOUNDCHECK_LOKI_TENANT: lokiTenant,
      SOUNDCHECK_NAMESPACE: scenario.namespace,
      SOUNDCHECK_MODEL: scenario.model,
    },
  });
  await waitForUrl(child, local(page, '/api/health'), 60);
  return child;
}
