import { describe, expect, it } from 'vitest';
import { problemsOf } from './schema/check-object.ts';
import { rendered } from './testing/example.ts';
import { build, folderWith, hasKustomize, valuesOf } from './testing/kustomize.ts';
import type { FoundObject } from './testing/kustomize.ts';

const overlays = [
  'base',
  'tekton',
  'overlays/kubernetes-sidecar',
  'overlays/kubernetes',
  'overlays/openshift',
  'overlays/openshift-tenancy',
];
const accesses = ['access/openshift', 'access/openshift-tenancy'];
const namespaces = ['jukebox-prod', 'jukebox-test'].map((name) => `namespaces/${name}`);
const everything = [...overlays, ...accesses, 'namespaces'];
const clusterScoped = ['ClusterRole', 'ClusterRoleBinding'];

/** Made by the person who installs (docs/install.md), or by the cluster. */
const secretsOfOthers = [
  'soundcheck-retrain',
  'soundcheck-grafana',
  'soundcheck-grafana-session',
  'soundcheck-grafana-tls',
  'soundcheck-grafana-annotator',
];
const madeByOperator = ['soundcheck-grafana-pvc'];

const folder = hasKustomize ? folderWith(rendered()) : '';
const built = new Map(
  hasKustomize ? [...everything, ...namespaces].map((name) => [name, build(`${folder}/deploy/${name}`)]) : []
);
const objectsOf = (name: string) => built.get(name) ?? [];
const strings = (values: unknown[]) => values.filter((one): one is string => typeof one === 'string');
const namesOf = (objects: FoundObject[], kind: string) =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
const namesIn = (values: unknown[]) =>
  strings(values.flatMap((one) => [...valuesOf(one, 'name'), ...valuesOf(one, 'secretName')]));

/** Labels of the pods that an overlay brings up; an operator's are known by their documentation. */
function podsOf(objects: FoundObject[]): Array<Record<string, string>> {
  const templates = objects
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap((object) => valuesOf(object.spec, 'template'));
  const labels = templates.flatMap((template) => valuesOf(template, 'labels'));
  const ofGrafana = namesOf(objects, 'Grafana').map((app) => ({ app }));
  const ofListener = namesOf(objects, 'EventListener').map((eventlistener) => ({ eventlistener }));
  return [...(labels as Array<Record<string, string>>), ...ofGrafana, ...ofListener];
}

const covers = (selector: object, labels: object) =>
  Object.entries(selector).every(([key, value]) => Object.entries(labels).some(([k, v]) => k === key && v === value));

describe.skipIf(!hasKustomize)('kustomize builds', () => {
  it.each(everything)('%s, and every object is what Kubernetes knows', (name) => {
    const objects = objectsOf(name);
    expect(objects.length).toBeGreaterThan(2);
    expect(objects.flatMap((object) => problemsOf(object).map((problem) => `${object.kind} ${problem}`))).toEqual([]);
    const ids = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace} ${metadata.name}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(overlays)('%s within one namespace', (name) => {
    for (const { kind, metadata } of objectsOf(name)) {
      expect(metadata.namespace, `${kind} ${metadata.name}`).toBe(
        clusterScoped.includes(kind) ? undefined : 'soundcheck'
      );
    }
  });

  it.each(namespaces)('%s within that namespace', (name) => {
    const found = new Set(objectsOf(name).map(({ metadata }) => metadata.namespace));
    expect([...found]).toEqual([name.split('/')[1]]);
  });

  it.each(accesses)('%s only as bindings of one account, none of the whole cluster', (name) => {
    for (const { kind, metadata, subjects } of objectsOf(name)) {
      expect(['Role', 'RoleBinding']).toContain(kind);
      expect(metadata.namespace).toMatch(/^(openshift-monitoring|jukebox-prod|jukebox-test)$/);
      if (kind === 'RoleBinding') {
        expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'soundcheck-reader', namespace: 'soundcheck' }]);
      }
    }
    expect(namesOf(objectsOf('overlays/openshift'), 'ServiceAccount')).toContain('soundcheck-reader');
  });

  it.each(overlays)('%s with references to what is there', (name) => {
    const objects = objectsOf(name);
    const maps = namesIn(
      objects.flatMap((object) =>
        ['configMap', 'configMapRef', 'configMapKeyRef'].flatMap((field) => valuesOf(object, field))
      )
    );
    const secrets = namesIn(
      objects.flatMap((object) => ['secret', 'secretRef', 'secretKeyRef'].flatMap((field) => valuesOf(object, field)))
    );
    const accounts = strings(objects.flatMap((object) => valuesOf(object, 'serviceAccountName')));
    const claims = strings(objects.flatMap((object) => valuesOf(object, 'claimName')));
    expect(namesOf(objects, 'ConfigMap')).toEqual(expect.arrayContaining(maps));
    expect([...namesOf(objects, 'Secret'), ...secretsOfOthers]).toEqual(expect.arrayContaining(secrets));
    expect(namesOf(objects, 'ServiceAccount')).toEqual(expect.arrayContaining(accounts));
    expect([...namesOf(objects, 'PersistentVolumeClaim'), ...madeByOperator]).toEqual(expect.arrayContaining(claims));
  });

  it.each(overlays)('%s with mounts of volumes that exist', (name) => {
    for (const pod of objectsOf(name)
      .flatMap((object) => valuesOf(object, 'spec'))
      .filter((spec) => valuesOf(spec, 'volumes').length > 0)) {
      const volumes = namesIn([Object(pod).volumes ?? []]);
      const mounts = namesIn(
        [Object(pod).containers ?? [], Object(pod).initContainers ?? []].flatMap((all) => valuesOf(all, 'volumeMounts'))
      );
      if (volumes.length > 0) {
        expect(volumes).toEqual(expect.arrayContaining(mounts));
      }
    }
  });

  it.each(overlays)('%s with selectors that find a pod', (name) => {
    const objects = objectsOf(name);
    const pods = podsOf(objects);
    for (const object of objects.filter(({ kind }) => kind === 'Service' || kind === 'NetworkPolicy')) {
      const selector: unknown =
        object.kind === 'Service'
          ? valuesOf(object.spec, 'selector')[0]
          : valuesOf(Object(object.spec).podSelector, 'matchLabels')[0];
      expect(
        pods.some((labels) => covers(Object(selector), labels)),
        `${object.kind} ${object.metadata.name}`
      ).toBe(true);
    }
  });

  it('one gateway configuration, with a name that changes with it', () => {
    for (const name of overlays.slice(2)) {
      const names = namesOf(objectsOf(name), 'ConfigMap').filter((one) => one.startsWith('soundcheck-retrain-'));
      expect(names).toHaveLength(1);
    }
  });

  it('the tenancy variant different in the one data source only', () => {
    const [all, one] = [objectsOf('overlays/openshift'), objectsOf('overlays/openshift-tenancy')];
    const different = all.filter((object, index) => JSON.stringify(object) !== JSON.stringify(one[index]));
    expect(different.map(({ metadata }) => metadata.name)).toEqual(['soundcheck-prometheus']);
  });

  it("your own registry and namespace, the operator's Grafana included", () => {
    const mine = {
      path: 'mine/kustomization.yaml',
      text: 'namespace: mine\nresources: [../deploy/overlays/openshift]\nimages:\n  - { name: soundcheck-plugins, newName: registry.example.com/team/plugins, newTag: 0.1.1 }\n',
    };
    const objects = build(`${folderWith([...rendered(), mine])}/mine`);
    const grafana = objects.find(({ kind }) => kind === 'Grafana');
    expect(strings(valuesOf(grafana, 'image'))).toContain('registry.example.com/team/plugins:0.1.1');
    const subjects = objects.flatMap(({ subjects: all }) => valuesOf(all, 'namespace'));
    const found = objects.filter(({ kind }) => !clusterScoped.includes(kind)).map(({ metadata }) => metadata.namespace);
    expect(subjects.length).toBe(
      objects.filter(({ kind }) => kind.endsWith('Binding') && kind !== 'TriggerBinding').length
    );
    expect(new Set([...found, ...subjects])).toEqual(new Set(['mine']));
  });
});
