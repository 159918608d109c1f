import { grafana } from '../names.ts';
import { pluginPieces } from '../plugins.ts';
import type { ClusterInputs } from '../cluster-files.ts';

/** Values for the Helm chart of Grafana: sidecars that look for our labels, and the plugins' init container. */
export function helmValues({ version }: ClusterInputs): Record<string, unknown> {
  const plugins = pluginPieces(version);
  const sidecar = (kind: string) => ({ enabled: true, label: `grafana_${kind}`, labelValue: '1' });
  return {
    extraInitContainers: [plugins.initContainer],
    // The chart mounts what stands here into Grafana and makes the volume as well.
    extraEmptyDirMounts: [{ name: plugins.volume.name, mountPath: plugins.volumeMount.mountPath }],
    env: plugins.environment,
    envFromConfigMaps: [{ name: 'soundcheck-environment' }],
    envFromSecrets: [{ name: grafana.secret }],
    sidecar: {
      dashboards: {
        ...sidecar('dashboard'),
        folderAnnotation: 'grafana_folder',
        provider: { foldersFromFilesStructure: true },
      },
      datasources: sidecar('datasource'),
      alerts: sidecar('alert'),
    },
  };
}
