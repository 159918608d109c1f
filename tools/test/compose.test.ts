import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCompose, readEnvironmentFile } from './compose-file.ts';
import { root } from './run-command.ts';

const { source, file, extra } = readCompose();
const services = Object.entries(file.services);
const example = readEnvironmentFile('.env.example');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const mounts = services.flatMap(([name, service]) =>
  service.volumes.map((volume) => ({ name, from: volume.split(':')[0] ?? '', to: volume.split(':')[1] ?? '' }))
);
const isPath = (from: string) => from.startsWith('.');
/** $NAME and ${NAME} in the texts of a value, "$$" left out. */
function variablesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.replaceAll('$$', '').matchAll(/\$\{?([A-Z]\w*)/g)].map((match) => match[1] ?? '');
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(variablesIn) : [];
}

describe('docker-compose.yml', () => {
  it('has only extensions besides what is known', () => {
    expect(
      extra.filter((key) => !['name', 'services', 'secrets', 'volumes'].includes(key) && !key.startsWith('x-'))
    ).toEqual([]);
  });

  it.each(mounts.filter(({ from }) => isPath(from)))('mounts $from, which is there or is built', ({ from }) => {
    const built = /^\.\/plugins\/[^/]+\/dist$/.test(from);
    expect(built ? existsSync(join(root, from, '..', 'src/plugin.json')) : existsSync(join(root, from))).toBe(true);
  });

  it('mounts each plugin under its id', () => {
    const plugins = mounts.filter(({ from }) => from.endsWith('/dist'));
    expect(plugins).toHaveLength(2);
    for (const { from, to } of plugins) {
      const { id } = JSON.parse(read(from.replace(/dist$/, 'src/plugin.json'))) as { id: string };
      expect(to).toBe(`/var/lib/grafana/plugins/${id}`);
      expect(file.services.grafana?.environment.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS).toContain(id);
    }
  });

  it('declares the volumes that it uses', () => {
    const used = mounts.map(({ from }) => from).filter((from) => !isPath(from));
    expect([...new Set(used)].sort()).toEqual(Object.keys(file.volumes).sort());
  });

  it('publishes each port once', () => {
    const ports = services.flatMap(([, { ports }]) => ports.map((port) => port.split(':')[1]));
    // Only one of the two that play TrustyAI runs.
    expect(ports.filter((port) => port === '8081')).toHaveLength(2);
    expect(new Set(ports).size).toBe(ports.length - 1);
  });

  it('waits for services that can be waited for', () => {
    for (const [name, { depends_on: wanted }] of services) {
      for (const [other, { condition, required }] of Object.entries(wanted)) {
        const service = file.services[other];
        expect(service, `${name} waits for ${other}`).toBeDefined();
        expect(service?.profiles === undefined || required === false, `${other} may not run`).toBe(true);
        if (condition === 'service_healthy') {
          expect(service?.healthcheck, `${other} has no health check`).toBeDefined();
        }
        expect(service?.restart).toBe(condition === 'service_completed_successfully' ? 'on-failure' : 'unless-stopped');
      }
    }
  });

  it('has images that stay what they are, the same for the same service', () => {
    for (const [name, { image }] of services) {
      expect(image.replace(/\$\{\w+:-([^}]+)\}/, '$1'), name).toMatch(/:v?\d+\.\d+[\d.]*$|^trustyai-service:local$/);
    }
    const builds = services.filter(([, { build }]) => build !== undefined).map(([, { image }]) => image);
    const ours = services.filter(([, { image }]) => image.startsWith('soundcheck-')).map(([, { image }]) => image);
    expect(new Set(builds)).toEqual(new Set(ours));
  });

  it('takes no variable that has neither a default nor a line in .env.example', () => {
    const taken = [...source.matchAll(/\$\{(\w+)(:-|:\?)?/g)].map(([, name = '', operator]) => ({ name, operator }));
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(({ name, operator }) => operator === undefined || !example.has(name))).toEqual([]);
    expect(file.services.grafana?.image).toBe(`grafana/grafana:\${GRAFANA_VERSION:-${example.get('GRAFANA_VERSION')}}`);
  });

  it('sets every variable that provisioning/ and the gateway name', () => {
    const texts = ['datasources', 'alerting'].flatMap((folder) =>
      readdirSync(join(root, 'provisioning', folder)).map(
        (name) => parse(read(`provisioning/${folder}/${name}`)) as object
      )
    );
    // Of alerting files Grafana expands only contact points.
    const expanded = texts.flatMap((one) =>
      variablesIn(['datasources', 'contactPoints'].map((key) => new Map(Object.entries(one)).get(key)))
    );
    expect(expanded.length).toBeGreaterThan(2);
    expect(Object.keys(file.services.grafana?.environment ?? {})).toEqual(expect.arrayContaining(expanded));
    const gateway = variablesIn(parse(read('docker/retrain.yaml')));
    expect(Object.keys(file.services.gateway?.environment ?? {})).toEqual(expect.arrayContaining(gateway));
  });

  it('opens on a dashboard that is there', () => {
    const home = file.services.grafana?.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH ?? '';
    expect(existsSync(join(root, home.replace('/etc/grafana/', '')))).toBe(true);
  });

  it('gives Alertmanager each file that its configuration reads', () => {
    const files = [...read('deploy/alertmanager/alertmanager.yml').matchAll(/_file: (\S+)/g)].map((match) => match[1]);
    const secrets = file.services.alertmanager?.secrets ?? [];
    expect(files.length).toBeGreaterThan(0);
    expect(secrets.map(({ target }) => target)).toEqual(expect.arrayContaining(files));
    expect(Object.keys(file.secrets)).toEqual(expect.arrayContaining(secrets.map(({ source: name }) => name)));
  });

  it('has a pipeline that waits for the window that monitors judge', () => {
    const { models } = parse(read('docker/monitors.yaml')) as { models: { jukebox: { batch: number } } };
    expect(JSON.parse(read('docker/trainer.json'))).toMatchObject({ batch: models.jukebox.batch });
  });

  it('has targets of Prometheus that are services or their aliases', () => {
    const known = services.flatMap(([name, { networks }]) => [name, ...(networks?.default.aliases ?? [])]);
    const targets = [...read('docker/prometheus.yaml').matchAll(/'([a-z-]+):\d+'/g)].map((match) => match[1]);
    expect(targets).toHaveLength(4);
    expect(known).toEqual(expect.arrayContaining(targets));
  });
});

const programs: Array<{ program: string; args: string[] }> = [
  { program: 'promtool', args: ['check', 'config', '--syntax-only', 'docker/prometheus.yaml'] },
  { program: 'loki', args: ['-verify-config', '-config.file=docker/loki.yaml'] },
  { program: 'amtool', args: ['check-config', 'deploy/alertmanager/alertmanager.yml'] },
];
describe.each(programs)('$program itself', ({ program, args }) => {
  const path = join(root, '.cache/bin', program);
  if (!existsSync(path)) {
    console.warn(`.cache/bin/${program} is not built: its check of docker/ is skipped.`);
  }
  it.skipIf(!existsSync(path))('takes the configuration that compose mounts', () => {
    expect(() => execFileSync(path, args, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });
});
