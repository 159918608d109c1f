import { yamlFile } from '../kubernetes-object.ts';
import { eventListener, gateway, grafana } from '../names.ts';
import type { RenderedFile } from '../../contract.ts';

/** Configuration of the gateway (services/retrain/README.md). Service names without namespace, so that it can change. */
export function gatewayConfig(folder: string, { annotates }: { annotates: boolean }): RenderedFile {
  const config = {
    listen: `0.0.0.0:${gateway.port}`,
    journal: '/var/lib/soundcheck-retrain',
    auth: { bearer: '${SOUNDCHECK_RETRAIN_TOKEN}' },
    cooldown: '6h',
    retries: { first: '5s', longest: '10m', giveUpAfter: '24h' },
    targets: [
      {
        tekton: {
          url: `http://${eventListener.service}:${eventListener.port}`,
          token: '${SOUNDCHECK_EVENT_LISTENER_TOKEN}',
        },
      },
    ],
    ...(annotates && {
      annotations: { grafana: `http://${grafana.name}:${grafana.port}`, token: '${SOUNDCHECK_GRAFANA_TOKEN}' },
    }),
    callbackUrl: `http://${gateway.name}:${gateway.port}`,
  };
  return yamlFile(
    `${folder}/retrain.yaml`,
    [config],
    'services/retrain/README.md explains it. Another target: give your own file with configMapGenerator and behavior: replace.'
  );
}
