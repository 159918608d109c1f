import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { binFolder, root } from '../paths.ts';
import { gatewayFile } from './gateway.ts';
import { monitorsFile } from './monitors.ts';
import { quickPace, usualPace } from './pace.ts';
import { prometheusFile } from './prometheus.ts';
import type { Scenario } from './scenario.ts';

const promtool = join(binFolder, 'promtool');
const amtool = join(binFolder, 'amtool');
const built = existsSync(promtool) && existsSync(amtool);
if (!built) {
  console.warn(
    'Skipped: rules and configuration are not held against promtool and amtool. npm start builds them into .cache/bin.'
  );
}

const ports = {
  emulator: 8081,
  model: 8082,
  prometheus: 9090,
  alertmanager: 9093,
  loki: 3100,
  gateway: 8090,
  trainer: 8091,
};
const scenario: Scenario = {
  model: 'juke "box"\\',
  namespace: 'jukebox-prod',
  instance: 'model-server',
  features: ['tempo', 'energy'],
  batchSize: 500,
  referenceRows: 5000,
};

function written(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'soundcheck-')), name);
  writeFileSync(file, text);
  return file;
}

/** What a tool says; empty where it is content. */
function complaint(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}

/** What `soundcheck render` makes of a start's monitors.yaml, and where. */
function rendered(text: string): string {
  const out = mkdtempSync(join(tmpdir(), 'soundcheck-'));
  const command = join(root, 'packages/cli/bin/soundcheck.mjs');
  const args = ['--file', written('monitors.yaml', text), '--out', out, '--secrets', '/run/secrets'];
  const parts = ['--only', 'prometheus', '--only', 'alertmanager'];
  expect(complaint(process.execPath, command, 'render', ...args, ...parts)).toBe('');
  return out;
}

describe.skipIf(!built)('Prometheus and Alertmanager take what is made for them', () => {
  it.each([
    ['a retraining', usualPace, { alerts: 'http://127.0.0.1:8090/alerts' }],
    ['none, ten times as fast', quickPace, {}],
  ])('with %s, whatever the names', (_, pace, alerts) => {
    const out = rendered(monitorsFile({ scenario, pace, page: 3000, ...alerts }));
    const folder = join(out, 'deploy/prometheus');
    const [rules = '', ...more] = readdirSync(folder).map((name) => join(folder, name));
    expect(more).toEqual([]);
    expect(complaint(promtool, 'check', 'rules', rules)).toBe('');
    const retraining = 'alerts' in alerts;
    const config = prometheusFile({ scenario, ports, pace, ruleFiles: [join(folder, '*.rules.yml')], retraining });
    expect(complaint(promtool, 'check', 'config', written('prometheus.yml', config))).toBe('');
    const routes = join(out, 'deploy/alertmanager/alertmanager.yml');
    expect(complaint(amtool, 'check-config', routes)).toBe('');
    expect(readFileSync(routes, 'utf8').includes('8090')).toBe(retraining);
  });
});

describe('gatewayFile', () => {
  it('names the secret and does not hold it', () => {
    const text = gatewayFile(ports, 3000, { journal: '/tmp/journal', pace: quickPace });
    expect(parse(text)).toMatchObject({
      listen: '127.0.0.1:8090',
      auth: { bearer: '${SOUNDCHECK_RETRAIN_TOKEN}' },
      targets: [{ http: { url: 'http://127.0.0.1:8091/train', idempotent: true } }],
    });
  });
});

describe('prometheusFile', () => {
  it('gives live series the labels of history, whatever the ports', () => {
    const config: unknown = parse(
      prometheusFile({
        scenario,
        ports: { ...ports, emulator: 18081 },
        pace: usualPace,
        ruleFiles: [],
        retraining: false,
      })
    );
    expect(config).toMatchObject({
      scrape_configs: [
        {
          job_name: 'trustyai-service',
          metrics_path: '/q/metrics',
          static_configs: [
            { targets: ['127.0.0.1:18081'], labels: { namespace: 'jukebox-prod', instance: 'trustyai-service' } },
          ],
        },
        { job_name: 'model-server', metrics_path: '/metrics' },
      ],
    });
  });
});
