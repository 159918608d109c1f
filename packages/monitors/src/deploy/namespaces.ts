import { kustomization } from './kubernetes-object.ts';
import type { RenderedFile } from '../contract.ts';

const folder = 'deploy/namespaces';

/** A file that holds objects; one of comments only is for people. */
function hasObjects({ text }: RenderedFile): boolean {
  return /^kind:/m.test(text);
}

/** A kustomization for each namespace of models, and one for all of them, over the files that are already there. */
export function namespaceFiles(rendered: readonly RenderedFile[]): RenderedFile[] {
  const byNamespace = new Map<string, string[]>();
  for (const file of rendered) {
    const [, namespace, name] = /^deploy\/namespaces\/([^/]+)\/([^/]+)$/.exec(file.path) ?? [];
    if (namespace && name && name !== 'kustomization.yaml' && hasObjects(file)) {
      byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), name]);
    }
  }
  if (byNamespace.size === 0) {
    return [];
  }
  const namespaces = [...byNamespace.keys()].sort();
  return [
    kustomization(
      folder,
      { resources: namespaces },
      'The namespaces of the models. Their objects stay there: do not set `namespace` over them.'
    ),
    ...namespaces.map((namespace) =>
      kustomization(`${folder}/${namespace}`, { resources: [...(byNamespace.get(namespace) ?? [])].sort() })
    ),
  ];
}
