import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clusterFiles } from './cluster-files.ts';
import { environment, secretVariables, variablesIn } from './environment.ts';
import { problemsOf } from './schema/check-object.ts';
import { plan, provisioning, rendered } from './testing/example.ts';
import { documentsIn, objectsIn, valuesOf } from './testing/kustomize.ts';

const inputs = { plan, provisioning, version: '0.1.0' };
const files = rendered();
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
const values = 'deploy/overlays/kubernetes-sidecar/grafana-values.yaml';
const configs = (path: string) => path.endsWith('/retrain.yaml') || path === values;
const objects = files
  .filter(({ path }) => !configs(path))
  .flatMap(({ path, text }) => objectsIn(text).map((object) => ({ path, object })));
const documents = files
  .filter(({ path }) => !configs(path))
  .flatMap(({ path, text }) => documentsIn(text).map((document, index) => ({ where: `${path} [${index}]`, document })));

describe('files for clusters', () => {
  it.each(documents)('$where is what Kubernetes knows', ({ document }) => {
    expect(problemsOf(document)).toEqual([]);
  });

  it('are the same bytes each time, and each path once', () => {
    expect(rendered()).toEqual(files);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('never skip the check of a certificate, and hold no secret', () => {
    for (const { path, text } of files) {
      expect(text, path).not.toMatch(/skip.?verify|insecure-skip|-----BEGIN|anonymous:\n\s+enabled: "true"/i);
      for (const variable of objectsIn(text)
        .flatMap((object) => valuesOf(object, 'env'))
        .flat()) {
        if (
          typeof variable === 'object' &&
          variable !== null &&
          'name' in variable &&
          /TOKEN$|PASSWORD/.test(String(variable.name))
        ) {
          expect(variable, path).toHaveProperty('valueFrom.secretKeyRef');
        }
      }
    }
  });

  it('have the uids of provisioning/', () => {
    const dataSources = [...provisioning]
      .filter(([path]) => path.startsWith('datasources/'))
      .flatMap(([, text]) =>
        (parse(text) as { datasources: Array<{ uid: string }> }).datasources.map(({ uid }) => uid)
      );
    const dashboards = [...provisioning]
      .filter(([path]) => path.endsWith('.json'))
      .map(([, text]) => (JSON.parse(text) as { uid: string }).uid);
    const uidsOf = (kind: string) =>
      objects.filter(({ object }) => object.kind === kind).flatMap(({ object }) => valuesOf(object.spec, 'uid'));
    expect(uidsOf('GrafanaDatasource').sort()).toEqual(dataSources.sort());
    expect(uidsOf('GrafanaDashboard').sort()).toEqual(dashboards.sort());
  });

  it('give every variable that provisioning/ names a value, or ask for it as a secret', () => {
    const named = [...provisioning]
      .filter(([path]) => path.startsWith('datasources/'))
      .flatMap(([, text]) => variablesIn(parse(text)));
    const known = [...Object.keys(environment(inputs)), ...secretVariables(inputs)];
    expect(named.length).toBeGreaterThan(2);
    expect(known).toEqual(expect.arrayContaining(named));
    expect(secretVariables(inputs).filter((name) => !/TOKEN|PASSWORD|SECRET/.test(name))).toEqual([]);
  });

  it('fill in variables where no Grafana would', () => {
    expect(textOf('deploy/overlays/openshift/data-sources.yaml')).not.toMatch(/\$[A-Z]/);
  });
});

describe('what a cluster cannot carry', () => {
  const dashboard = (text: string) => new Map([...provisioning, ['dashboards/soundcheck/other.json', text]]);
  it.each([
    [
      'a dashboard over 1 MiB',
      `{"uid":"big","title":"Big","description":"${'x'.repeat(1_050_000)}"}`,
      /1 MiB.*big\.json/,
    ],
    ['a dashboard without uid', '{"title":"x"}', /other\.json has no "uid"/],
  ])('%s is refused in words', (_, text, sentence) => {
    expect(() => clusterFiles({ ...inputs, provisioning: dashboard(text) })).toThrow(sentence);
  });

  it('a data source that OpenShift has no way to is refused in words', () => {
    const other = 'datasources:\n  - { name: Other, uid: other, type: mysql }\n';
    expect(() =>
      clusterFiles({ ...inputs, provisioning: new Map([...provisioning, ['datasources/x.yaml', other]]) })
    ).toThrow(/datasources has other/);
  });
});

describe('kustomizations of the namespaces', () => {
  it('list the files with objects, and leave out those for people', () => {
    const given = [
      { path: 'deploy/namespaces/b/prometheus-rule.yaml', text: 'kind: PrometheusRule\n' },
      { path: 'deploy/namespaces/a/service-monitor.yaml', text: 'kind: ServiceMonitor\n' },
      { path: 'deploy/namespaces/a/secret.yaml', text: '# kind: Secret is yours\n' },
    ];
    const all = clusterFiles({ ...inputs, rendered: given });
    const resourcesOf = (path: string) =>
      (parse(all.find((file) => file.path === path)?.text ?? '') as { resources: string[] }).resources;
    expect(resourcesOf('deploy/namespaces/kustomization.yaml')).toEqual(['a', 'b']);
    expect(resourcesOf('deploy/namespaces/a/kustomization.yaml')).toEqual(['service-monitor.yaml']);
  });
});
