import { stringify } from 'yaml';
import type { RenderedFile } from '../contract.ts';

/** A Kubernetes object as it is applied. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  [field: string]: unknown;
}

export interface Metadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

const header = '# Written by `npx soundcheck render` from monitors.yaml and provisioning/. Do not edit.\n';

/** `text` of comment lines, each with its "#". */
function comment(text: string): string {
  return text === ''
    ? ''
    : `${text
        .split('\n')
        .map((line) => `# ${line}`.trimEnd())
        .join('\n')}\n`;
}

function toYaml(value: unknown): string {
  // Long lines stay whole and twice used values are written twice: people read and compare these files.
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * A YAML file, with the note that it is generated and what a reader must know.
 * @param path below the output folder
 */
export function yamlFile(path: string, documents: unknown[], about = ''): RenderedFile {
  return { path, text: header + comment(about) + documents.map(toYaml).join('---\n') };
}

/** kustomization.yaml of a folder. */
export function kustomization(folder: string, fields: Record<string, unknown>, about = ''): RenderedFile {
  const document = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...fields };
  return yamlFile(`${folder}/kustomization.yaml`, [document], about);
}
