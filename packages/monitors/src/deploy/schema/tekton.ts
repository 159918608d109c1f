import * as v from 'valibot';
import * as p from './pieces.ts';

const triggers = 'triggers.tekton.dev/v1beta1';
const pipelines = 'tekton.dev/v1';
const parameter = v.strictObject({ name: p.dnsName, type: v.literal('string') });
const ref = v.strictObject({ name: p.dnsName });
const pipelineTask = v.strictObject({
  name: p.dnsName,
  taskRef: ref,
  params: v.array(p.keyValue),
  when: v.optional(
    v.array(v.strictObject({ input: p.text, operator: v.picklist(['in', 'notin']), values: v.array(p.text) }))
  ),
});

/** The run that a trigger makes; its name is the run's id. */
const pipelineRun = v.strictObject({
  apiVersion: v.literal(pipelines),
  kind: v.literal('PipelineRun'),
  metadata: v.strictObject({ name: v.literal('$(tt.params.run-id)'), labels: p.labels }),
  spec: v.strictObject({
    pipelineRef: ref,
    taskRunTemplate: v.strictObject({
      serviceAccountName: p.dnsName,
      podTemplate: v.strictObject({ securityContext: p.podSecurityContext }),
    }),
    timeouts: v.strictObject({ pipeline: p.duration, tasks: p.duration, finally: p.duration }),
    params: v.array(p.keyValue),
  }),
});

const interceptor = v.strictObject({
  ref: v.strictObject({ name: v.literal('cel'), kind: v.literal('ClusterInterceptor') }),
  params: v.tuple([
    v.strictObject({ name: v.literal('filter'), value: p.text }),
    v.strictObject({
      name: v.literal('overlays'),
      value: v.array(v.strictObject({ key: p.text, expression: p.text })),
    }),
  ]),
});

/** Kinds of Tekton Pipelines and Triggers. An EventListener takes few fields of a container. */
export const tektonKinds = [
  p.object(triggers, 'EventListener', {
    spec: v.strictObject({
      serviceAccountName: p.dnsName,
      triggers: v.array(
        v.strictObject({
          name: p.dnsName,
          interceptors: v.array(interceptor),
          bindings: v.array(v.strictObject({ ref: p.dnsName })),
          template: v.strictObject({ ref: p.dnsName }),
        })
      ),
      resources: v.strictObject({
        kubernetesResource: v.strictObject({
          serviceType: v.literal('ClusterIP'),
          spec: v.strictObject({
            template: v.strictObject({
              spec: v.strictObject({
                securityContext: p.podSecurityContext,
                containers: v.tuple([v.strictObject({ securityContext: p.securityContext, resources: p.resources })]),
              }),
            }),
          }),
        }),
      }),
    }),
  }),
  p.object(triggers, 'TriggerBinding', { spec: v.strictObject({ params: v.array(p.keyValue) }) }),
  p.object(triggers, 'TriggerTemplate', {
    spec: v.strictObject({ params: v.array(ref), resourcetemplates: v.tuple([pipelineRun]) }),
  }),
  p.object(pipelines, 'Pipeline', {
    spec: v.strictObject({
      params: v.array(parameter),
      tasks: v.array(pipelineTask),
      finally: v.array(pipelineTask),
    }),
  }),
  p.object(pipelines, 'Task', {
    spec: v.strictObject({
      params: v.array(parameter),
      results: v.optional(v.array(v.strictObject({ name: p.dnsName, type: v.literal('string'), description: p.text }))),
      steps: v.array(
        v.strictObject({
          name: p.dnsName,
          image: p.image,
          imagePullPolicy: v.literal('IfNotPresent'),
          securityContext: p.securityContext,
          computeResources: p.resources,
          env: v.optional(v.array(p.environmentVariable)),
          script: v.pipe(v.string(), v.startsWith('#!')),
        })
      ),
    }),
  }),
];
