import { kustomization, yamlFile } from '../kubernetes-object.ts';
import { namespace } from '../names.ts';
import { accessObjects } from './access.ts';
import { pipelineObjects } from './pipeline.ts';
import { triggerObjects } from './trigger.ts';
import type { RenderedFile } from '../../contract.ts';
import type { ClusterInputs } from '../cluster-files.ts';

const folder = 'deploy/tekton';

/** A trigger that only the gateway can reach and that starts each run once, and the frame of a pipeline that reports its end. */
export function tektonFiles({ version }: ClusterInputs): RenderedFile[] {
  return [
    yamlFile(`${folder}/trigger.yaml`, triggerObjects()),
    yamlFile(`${folder}/access.yaml`, accessObjects()),
    yamlFile(
      `${folder}/pipeline.yaml`,
      pipelineObjects(version),
      'Task soundcheck-train is a placeholder that fails: put yours in its place, or copy `finally` into your own pipeline.'
    ),
    kustomization(folder, { namespace, resources: ['trigger.yaml', 'access.yaml', 'pipeline.yaml'] }),
  ];
}
