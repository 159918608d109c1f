import { grafana, imagesOf } from './names.ts';
import { confined, resources } from './pod.ts';

const folder = '/var/lib/soundcheck/plugins';
const volume = 'soundcheck-plugins';

/**
 * How the plugins come into a Grafana without the network: an image holds both, an init container copies them. The same
 * pieces serve a Deployment, the Grafana operator and Helm values.
 */
export function pluginPieces(version: string) {
  return {
    initContainer: {
      name: 'plugins',
      // Copies /plugins to /target: the image's own command.
      image: imagesOf(version).plugins,
      imagePullPolicy: 'IfNotPresent',
      securityContext: confined,
      resources: resources('10m', '16Mi', '64Mi'),
      volumeMounts: [{ name: volume, mountPath: '/target' }],
    },
    volume: { name: volume, emptyDir: { sizeLimit: '512Mi' } },
    volumeMount: { name: volume, mountPath: folder, readOnly: true },
    environment: {
      GF_PATHS_PLUGINS: folder,
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: grafana.plugins.join(','),
    },
  };
}
