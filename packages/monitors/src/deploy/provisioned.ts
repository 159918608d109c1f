import { dashboardConfigMap } from './names.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** The API server takes no more in one object. */
const mebibyte = 1024 * 1024;

export interface Dashboard {
  uid: string;
  title: string;
  text: string;
}

/** Texts of provisioning/, by path below it. */
export type Provisioning = ReadonlyMap<string, string>;

/** Files of one folder of provisioning/, in order of their names. */
export function filesIn(provisioning: Provisioning, folder: string, ending: string): Array<[string, string]> {
  return [...provisioning]
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(ending))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function fieldOf(json: object, name: string): string | undefined {
  const value: unknown = Object.entries(json).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The shipped dashboards, by uid.
 * @throws Error that says which file is no dashboard with a uid and a title
 */
export function dashboardsOf(provisioning: Provisioning): Dashboard[] {
  return filesIn(provisioning, 'dashboards', '.json')
    .map(([path, text]) => {
      const json: unknown = JSON.parse(text);
      const dashboard = typeof json === 'object' && json !== null ? json : {};
      const [uid, title] = [fieldOf(dashboard, 'uid'), fieldOf(dashboard, 'title')];
      if (!uid || !title) {
        throw new Error(`provisioning/${path} has no "uid" or no "title": give the dashboard both.`);
      }
      return { uid, title, text };
    })
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/**
 * A ConfigMap that Grafana's sidecar recognises by its label.
 * @throws Error where the content is more than a ConfigMap carries
 */
export function provisioningConfigMap(
  name: string,
  kind: 'dashboard' | 'datasource' | 'alert',
  data: Record<string, string>,
  annotations?: Record<string, string>
): KubernetesObject {
  const bytes = Object.values(data).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > mebibyte - 4096) {
    throw new Error(
      `ConfigMap ${name} would hold ${bytes} bytes, and Kubernetes takes 1 MiB: divide ${Object.keys(data).join(', ')}.`
    );
  }
  const labels = { [`grafana_${kind}`]: '1', 'app.kubernetes.io/part-of': 'soundcheck' };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels, ...(annotations && { annotations }) }, data };
}

/** @param folder title of the folder in Grafana; the sidecar's `folderAnnotation` is `grafana_folder` */
export function dashboardObject({ uid, text }: Dashboard, folder: string): KubernetesObject {
  return provisioningConfigMap(
    dashboardConfigMap(uid),
    'dashboard',
    { [`${uid}.json`]: text },
    { grafana_folder: folder }
  );
}

/** The files of a folder as data of a ConfigMap: file name to text. */
export function dataOf(provisioning: Provisioning, folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(provisioning, folder, '.yaml').map(([path, text]) => [path.slice(folder.length + 1), text])
  );
}
