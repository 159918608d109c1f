import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCompose } from './compose-file.ts';
import { root } from './run-command.ts';

const files = [
  ...readdirSync(join(root, 'docker'))
    .filter((name) => name.endsWith('Dockerfile'))
    .map((name) => `docker/${name}`),
  'services/retrain/Dockerfile',
];

interface Instruction {
  word: string;
  rest: string;
}

/** Instructions of a container file, continued lines joined. */
function instructionsOf(path: string): Instruction[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/\\\n/g, ' ');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ word: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

const stagesOf = (path: string) =>
  instructionsOf(path)
    .filter(({ word }) => word === 'FROM')
    .map(({ rest }) => ({ from: rest.split(' ')[0] ?? '', name: /\bAS (\S+)/i.exec(rest)?.[1] }));

describe.each(files)('%s', (path) => {
  const instructions = instructionsOf(path);
  const stages = stagesOf(path);

  it('copies only what is there, or is built before', () => {
    const copies = instructions.filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from='));
    const sources = copies.flatMap(({ rest }) =>
      rest
        .split(/\s+/)
        .filter((part) => !part.startsWith('--'))
        .slice(0, -1)
    );
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      expect(
        source.endsWith('/dist') ? existsSync(join(root, source, '../package.json')) : existsSync(join(root, source)),
        source
      ).toBe(true);
    }
  });

  it('begins from images with a version, and from stages of its own', () => {
    const names = stages.map(({ name }) => name);
    for (const { from } of stages) {
      expect(names.includes(from) || /:\d+(\.\d+)*(-[a-z0-9.]+)?$/.test(from), from).toBe(true);
    }
    for (const { rest } of instructions.filter(({ word, rest }) => word === 'COPY' && rest.startsWith('--from='))) {
      expect(names).toContain(/--from=(\S+)/.exec(rest)?.[1]);
    }
  });

  it('runs as a user with a number that is not 0', () => {
    const users = instructions.filter(({ word }) => word === 'USER').map(({ rest }) => rest);
    expect(users.length).toBeGreaterThan(0);
    expect(users.every((user) => /^[1-9]\d*(:\d+)?$/.test(user))).toBe(true);
  });
});

describe('images that compose builds', () => {
  const builds = Object.values(readCompose().file.services).flatMap(({ build }) => build ?? []);
  it.each(builds)('$dockerfile $target', ({ dockerfile, target }) => {
    expect(existsSync(join(root, dockerfile))).toBe(true);
    if (target !== undefined) {
      expect(stagesOf(dockerfile).map(({ name }) => name)).toContain(target);
    }
  });
});

describe('docker/bundle.mjs', () => {
  const out = mkdtempSync(join(tmpdir(), 'soundcheck-bundle-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('makes programs of one file that run where nothing else is', { timeout: 60_000 }, () => {
    execFileSync(process.execPath, [join(root, 'docker/bundle.mjs'), out], { stdio: 'pipe' });
    const help = (name: string) =>
      execFileSync(process.execPath, [join(out, name), '--help'], { cwd: out, encoding: 'utf8' });
    expect(help('emulator.mjs')).toContain('--replay');
    expect(help('scenarios.mjs')).toContain('prepare');
    expect(help('soundcheck.mjs')).toContain('inspect');
    expect(existsSync(join(out, 'trainer.mjs'))).toBe(true);
    // It finds what it needs besides the file: the provisioned dashboards below --out, and its own version.
    const render = [
      join(out, 'soundcheck.mjs'),
      'render',
      '--check',
      '--file',
      join(root, 'monitors.yaml'),
      '--out',
      root,
    ];
    expect(execFileSync(process.execPath, render, { cwd: out, encoding: 'utf8' })).toContain('are up to date');
  });

  it.each(['docker', 'deploy/base', 'deploy/overlays/openshift'])('the gateway takes %s/retrain.yaml', (folder) => {
    const names = ['RETRAIN_TOKEN', 'EVENT_LISTENER_TOKEN', 'GRAFANA_TOKEN'].map((name) => `SOUNDCHECK_${name}`);
    const variables = {
      ...Object.fromEntries(names.map((name) => [name, 'secret'])),
      SOUNDCHECK_TRAINER_URL: 'http://x',
    };
    const args = [
      join(root, 'services/retrain/bin/soundcheck-retrain.mjs'),
      '--check',
      '--config',
      join(root, folder, 'retrain.yaml'),
    ];
    const said = execFileSync(process.execPath, args, { env: { ...process.env, ...variables }, encoding: 'utf8' });
    expect(said).toContain('is right');
  });

  it('starts the stand-in for a pipeline with the file that compose mounts', { timeout: 60_000 }, async () => {
    const file = ['--config', join(root, 'docker/trainer.json'), '--state', join(out, 'runs.json'), '--port', '0'];
    const trainer = spawn(process.execPath, [join(out, 'trainer.mjs'), ...file], { cwd: out });
    const [said] = (await once(trainer.stdout, 'data')) as [Buffer];
    trainer.kill();
    expect(said.toString()).toMatch(/stand-in: http:\/\/127\.0\.0\.1:\d+/);
  });

  it('gives rules to Prometheus and Grafana, and keeps what a training changed', { timeout: 60_000 }, () => {
    const given = join(out, 'given');
    const watch = join(out, 'watch');
    const program = join(out, 'soundcheck.mjs');
    const run = () =>
      execFileSync('sh', [join(root, 'docker/watch.sh')], {
        env: { ...process.env, GIVEN: given, WATCH: watch, PROGRAM: program },
        stdio: 'pipe',
      });
    const change = (file: string, from: string, to: string) =>
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
    cpSync(join(root, 'provisioning/alerting'), join(given, 'alerting'), { recursive: true });
    cpSync(join(root, 'docker/monitors.yaml'), join(given, 'monitors.yaml'));
    run();
    expect(readdirSync(join(watch, 'provisioning/alerting'))).toEqual(['monitors.yaml', 'trustyai.yaml']);
    expect(readdirSync(join(watch, 'deploy/alertmanager'))).toEqual(['alertmanager.yml']);
    // No namespace that compose does not have; the demo's own as in the monitors.yaml that clusters begin with.
    expect(readdirSync(join(watch, 'deploy/prometheus'))).toEqual(['jukebox-prod.rules.yml']);
    const rules = () => readFileSync(join(watch, 'deploy/prometheus/jukebox-prod.rules.yml'), 'utf8');
    expect(rules()).toBe(readFileSync(join(root, 'deploy/prometheus/jukebox-prod.rules.yml'), 'utf8'));
    change(join(watch, 'file/monitors.yaml'), 'version: v1', 'version: v2');
    run();
    expect(rules()).toContain('model_version: v2');
    change(join(given, 'monitors.yaml'), 'batch: 500', 'batch: 600');
    run();
    expect(rules()).toContain('model_version: v1');
  });

  it('writes the week once, as the container does', { timeout: 60_000 }, () => {
    const folder = join(out, 'week');
    const run = () =>
      execFileSync('sh', [join(root, 'docker/scenario.sh')], {
        env: { ...process.env, SCENARIO: folder, PROGRAM: join(out, 'scenarios.mjs') },
        stdio: 'pipe',
      });
    run();
    const first = readFileSync(join(folder, 'now'), 'utf8');
    expect(Number(first) % 240_000).toBe(0);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['events.ndjson', 'model-server.openmetrics', 'scenario.json'])
    );
    run();
    expect(readFileSync(join(folder, 'now'), 'utf8')).toBe(first);
  });
});
