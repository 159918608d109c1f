import { baseFiles } from './base.ts';
import { kubernetesFiles } from './kubernetes/kubernetes-files.ts';
import { namespaceFiles } from './namespaces.ts';
import { openshiftFiles } from './openshift/openshift-files.ts';
import { tektonFiles } from './tekton/tekton-files.ts';
import type { Plan, RenderedFile } from '../contract.ts';
import type { Provisioning } from './provisioned.ts';

export interface ClusterInputs {
  plan: Plan;
  /** Texts of provisioning/ by path below it, for example "dashboards/soundcheck/home.json". */
  provisioning: Provisioning;
  /** Tag of this repository's images. */
  version: string;
  /** Files below deploy/namespaces/ that are written besides; each folder gets a kustomization of its own. */
  rendered?: readonly RenderedFile[];
}

/**
 * Everything of deploy/ for clusters except the monitoring objects of the namespaces: base, overlays, the Tekton trigger
 * and all kustomizations. The same inputs give the same bytes.
 * @throws Error in a sentence where provisioning/ holds what a cluster cannot carry
 */
export function clusterFiles(inputs: ClusterInputs): RenderedFile[] {
  return [
    ...baseFiles(inputs),
    ...kubernetesFiles(inputs),
    ...openshiftFiles(inputs),
    ...tektonFiles(inputs),
    ...namespaceFiles(inputs.rendered ?? []),
  ];
}
