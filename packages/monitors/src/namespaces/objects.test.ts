import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { problemsOf } from '../deploy/schema/check-object.ts';
import { render } from '../render/render.ts';
import { plan } from '../testing/plan.ts';

const people = {
  url: 'https://people.example/hook',
  auth: { kind: 'basic', user: 'me', passwordVariable: 'P' },
} as const;
const source = 'version: 1\nnote: "ünïcode, \'quotes\', ${VARIABLES} and\ttabs"\n';
const inputs = { source, version: '1.2.3', provisioning: new Map<string, string>() };
const files = render({ ...plan, notify: { ...plan.notify, people } }, inputs).filter(({ path }) =>
  path.startsWith('deploy/namespaces/')
);
const objects = files.flatMap(({ path, text }) =>
  parseAllDocuments(text).flatMap((document, index) => {
    const object: unknown = document.toJS();
    return object === null ? [] : [{ where: `${path} [${String(index)}]`, object }];
  })
);

describe('objects of the namespaces', () => {
  it.each(objects)('$where is what Kubernetes knows', ({ object }) => {
    expect(problemsOf(object)).toEqual([]);
  });

  it('there are all of them, each in its own namespace, and no secret', () => {
    const found = objects.map(({ object }) => object).filter(isObject);
    const kinds = found.filter(({ metadata }) => metadata.namespace === 'jukebox-test').map(({ kind }) => kind);
    expect(kinds).toEqual([
      'AlertmanagerConfig',
      'PrometheusRule',
      'ServiceAccount',
      'ConfigMap',
      'PersistentVolumeClaim',
      'CronJob',
      'ServiceMonitor',
    ]);
    expect(files.filter(({ text }) => /^kind: Secret$/m.test(text))).toEqual([]);
  });

  it('the job reads the same file, byte for byte, and its variables from the secret', () => {
    const found = objects.map(({ object }) => object).filter(isObject);
    const config = found.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === 'jukebox-test');
    expect(config).toMatchObject({ data: { 'monitors.yaml': source } });
    const job = found.find(({ kind, metadata }) => kind === 'CronJob' && metadata.namespace === 'jukebox-test');
    const secret = 'SOUNDCHECK_TRUSTYAI_TEST_TOKEN';
    expect(job).toHaveProperty(
      'spec.jobTemplate.spec.template.spec.containers.0',
      expect.objectContaining({
        image: 'soundcheck-cli:1.2.3',
        args: expect.arrayContaining(['reconcile', '--namespace', 'jukebox-test', '--json']),
        env: [{ name: secret, valueFrom: { secretKeyRef: { name: 'soundcheck-reconcile', key: secret } } }],
        volumeMounts: expect.arrayContaining([
          { name: 'ca', mountPath: '/etc/soundcheck/ca/service-ca.crt', subPath: 'service-ca.crt', readOnly: true },
        ]),
      })
    );
  });
});

interface Named {
  kind: string;
  metadata: { name: string; namespace?: string };
}

function isObject(object: unknown): object is Named {
  return typeof object === 'object' && object !== null && 'kind' in object && 'metadata' in object;
}
