import { eventListener, gateway, labelsOf } from '../names.ts';
import { confined, confinedPod, resources } from '../pod.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const { name } = eventListener;
const labels = labelsOf('soundcheck-trigger');
const metadata = { name, labels };

/** Key and name of the secret that the gateway sends as its bearer token. */
const compare = `compareSecret('SOUNDCHECK_EVENT_LISTENER_TOKEN', '${gateway.secret}')`;

/**
 * What a request must be. The token first: without it nothing else is looked at. `compareSecret` takes the same time
 * whatever the token, and CEL stops at the first condition that does not hold.
 */
export const triggerFilter = [
  `header.canonical('Authorization').startsWith('Bearer ')`,
  `header.canonical('Authorization').substring(7).${compare}`,
  // The lab's own condition: an Alertmanager's or Grafana's webhook has a receiver.
  `has(body.receiver)`,
  // A resolved alert, or a group of which nothing fires any more, starts nothing. The group's own status is not believed.
  `has(body.alerts) && body.alerts.exists(a, a.status == 'firing' && has(a.labels) && has(a.labels.retrain) && a.labels.retrain == 'true')`,
  `has(body.commonLabels) && has(body.commonLabels.alertname) && body.commonLabels.alertname.split('-').size() >= 2`,
  // The run's id becomes the PipelineRun's name: the API server refuses a second one.
  `has(body.soundcheck) && has(body.soundcheck.runId) && body.soundcheck.runId.matches('^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$')`,
].join(' &&\n');

/** Parameters of the run and where each comes from in the request. */
const parameters = {
  'application-name': '$(extensions.application_name)',
  version: '$(extensions.version)',
  'run-id': '$(body.soundcheck.runId)',
  namespace: '$(body.soundcheck.namespace)',
  model: '$(body.soundcheck.model)',
  'model-version': '$(body.soundcheck.modelVersion)',
  'callback-url': '$(body.soundcheck.callbackUrl)',
};

export const parameterNames = Object.keys(parameters);

export function triggerObjects(): KubernetesObject[] {
  return [listener(), binding(), template(), networkPolicy()];
}

function listener(): KubernetesObject {
  const part = (index: number) => `body.commonLabels.alertname.split('-')[${index}]`;
  const params = [
    { name: 'filter', value: triggerFilter },
    {
      name: 'overlays',
      value: [
        { key: 'application_name', expression: part(0) },
        { key: 'version', expression: part(1) },
      ],
    },
  ];
  const limits = { securityContext: confined, resources: resources('20m', '64Mi', '256Mi') };
  return {
    apiVersion: 'triggers.tekton.dev/v1beta1',
    kind: 'EventListener',
    metadata,
    spec: {
      serviceAccountName: 'soundcheck-trigger',
      triggers: [
        {
          name: 'retrain',
          interceptors: [{ ref: { name: 'cel', kind: 'ClusterInterceptor' }, params }],
          bindings: [{ ref: name }],
          template: { ref: name },
        },
      ],
      resources: {
        kubernetesResource: {
          serviceType: 'ClusterIP',
          spec: { template: { spec: { securityContext: confinedPod, containers: [limits] } } },
        },
      },
    },
  };
}

function binding(): KubernetesObject {
  return {
    apiVersion: 'triggers.tekton.dev/v1beta1',
    kind: 'TriggerBinding',
    metadata,
    spec: { params: Object.entries(parameters).map(([key, value]) => ({ name: key, value })) },
  };
}

function template(): KubernetesObject {
  return {
    apiVersion: 'triggers.tekton.dev/v1beta1',
    kind: 'TriggerTemplate',
    metadata,
    spec: {
      params: parameterNames.map((key) => ({ name: key })),
      resourcetemplates: [
        {
          apiVersion: 'tekton.dev/v1',
          kind: 'PipelineRun',
          metadata: { name: '$(tt.params.run-id)', labels },
          spec: {
            pipelineRef: { name },
            taskRunTemplate: {
              serviceAccountName: 'soundcheck-pipeline',
              podTemplate: { securityContext: confinedPod },
            },
            timeouts: { pipeline: '4h', tasks: '3h50m', finally: '10m' },
            params: parameterNames.map((key) => ({ name: key, value: `$(tt.params.${key})` })),
          },
        },
      ],
    },
  };
}

/** Only the gateway may talk to the listener. */
function networkPolicy(): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: eventListener.service, labels },
    spec: {
      podSelector: { matchLabels: { eventlistener: name } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': gateway.name } } }],
          ports: [{ protocol: 'TCP', port: eventListener.port }],
        },
      ],
    },
  };
}
