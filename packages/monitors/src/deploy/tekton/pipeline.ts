import { eventListener, gateway, imagesOf, labelsOf } from '../names.ts';
import { confined, fromSecret, resources } from '../pod.ts';
import { parameterNames } from './trigger.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const labels = labelsOf('soundcheck-pipeline');
const inPipeline = (name: string) => ({ name, value: `$(params.${name})` });
const strings = (names: string[]) => names.map((name) => ({ name, type: 'string' }));

/** What the training task gets, and what the task that tells the gateway gets. */
const trainParameters = ['application-name', 'version', 'namespace', 'model', 'run-id'];

/** A pipeline whose end the gateway learns, whichever it is. */
export function pipelineObjects(version: string): KubernetesObject[] {
  return [pipeline(), train(version), report(version)];
}

function pipeline(): KubernetesObject {
  // A task that asks for a result of a failed one would be skipped: hence two.
  const ended = (name: string, result: string, operator: 'in' | 'notin', newVersion: string) => ({
    name,
    when: [{ input: '$(tasks.status)', operator, values: ['Succeeded', 'Completed'] }],
    taskRef: { name: 'soundcheck-report' },
    params: [
      inPipeline('callback-url'),
      inPipeline('run-id'),
      { name: 'result', value: result },
      { name: 'new-version', value: newVersion },
    ],
  });
  return {
    apiVersion: 'tekton.dev/v1',
    kind: 'Pipeline',
    metadata: { name: eventListener.name, labels },
    spec: {
      params: strings(parameterNames),
      tasks: [{ name: 'train', taskRef: { name: 'soundcheck-train' }, params: trainParameters.map(inPipeline) }],
      finally: [
        ended('report-success', 'succeeded', 'in', '$(tasks.train.results.version)'),
        ended('report-failure', 'failed', 'notin', ''),
      ],
    },
  };
}

function step(name: string, version: string, script: string) {
  return {
    name,
    image: imagesOf(version).retrain,
    imagePullPolicy: 'IfNotPresent',
    securityContext: confined,
    computeResources: resources('20m', '64Mi', '256Mi'),
    script,
  };
}

function train(version: string): KubernetesObject {
  const script = `#!/usr/bin/env node
console.error('Task soundcheck-train is a placeholder: replace it by your training of $(params.model).');
process.exitCode = 1;
`;
  return {
    apiVersion: 'tekton.dev/v1',
    kind: 'Task',
    metadata: { name: 'soundcheck-train', labels },
    spec: {
      params: strings(trainParameters),
      results: [{ name: 'version', type: 'string', description: 'Version of the model that was trained.' }],
      steps: [step('train', version, script)],
    },
  };
}

/** Parameters come as variables, never as text of the script: nobody's label becomes code. */
const reportScript = `#!/usr/bin/env node
const { CALLBACK_URL, RUN_ID, RESULT, NEW_VERSION, SOUNDCHECK_RETRAIN_TOKEN } = process.env;
const body = JSON.stringify({ result: RESULT, ...(NEW_VERSION && { version: NEW_VERSION.trim() }) });
const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + SOUNDCHECK_RETRAIN_TOKEN };
for (let attempt = 1; ; attempt += 1) {
  const signal = AbortSignal.timeout(30000);
  const said = await fetch(CALLBACK_URL, { method: 'POST', headers, body, signal }).then((reply) => reply.status, String);
  if (said === 200) break;
  console.error('Attempt ' + attempt + ' to report the end of ' + RUN_ID + ' to ' + CALLBACK_URL + ': ' + said);
  if (attempt === 10) process.exit(1);
  await new Promise((done) => setTimeout(done, 5000 * attempt));
}
console.log('Reported ' + RESULT + ' of ' + RUN_ID);
`;

function report(version: string): KubernetesObject {
  const names = ['callback-url', 'run-id', 'result', 'new-version'];
  const variable = (name: string) => ({ name: name.toUpperCase().replaceAll('-', '_'), value: `$(params.${name})` });
  return {
    apiVersion: 'tekton.dev/v1',
    kind: 'Task',
    metadata: { name: 'soundcheck-report', labels },
    spec: {
      params: strings(names),
      steps: [
        {
          ...step('report', version, reportScript),
          env: [...names.map(variable), fromSecret('SOUNDCHECK_RETRAIN_TOKEN', gateway.secret)],
        },
      ],
    },
  };
}
