import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { binFolder, root } from '../paths.ts';
import { alertmanagerFile } from './alertmanager.ts';
import { limitsFile } from './limits.ts';
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

const rules = join(root, 'demo/start/prometheus/rules.yml');
const ports = { emulator: 8081, model: 8082, prometheus: 9090, alertmanager: 9093, loki: 3100 };
const scenario: Scenario = {
  model: 'juke "box"\\',
  namespace: "jukebox: 'prod'",
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

describe.skipIf(!built)('Prometheus and Alertmanager take what is written for them', () => {
  it('rules', () => expect(complaint(promtool, 'check', 'rules', rules)).toBe(''));

  it('the rules’ own tests: both dialects, p = 0, a schedule made anew, no limits, a service down', () => {
    expect(complaint(promtool, 'test', 'rules', rules.replace(/rules\.yml$/, 'rules.test.yml'))).toBe('');
  });

  it('configuration and limits, whatever the names', () => {
    const limits = written('limits.yml', limitsFile(scenario));
    const config = written('prometheus.yml', prometheusFile(scenario, ports, [limits, rules]));
    expect(complaint(promtool, 'check', 'config', config)).toBe('');
    expect(complaint(amtool, 'check-config', written('alertmanager.yml', alertmanagerFile()))).toBe('');
  });
});

describe('prometheusFile', () => {
  it('gives live series the labels of history, whatever the ports', () => {
    const config: unknown = parse(prometheusFile(scenario, { ...ports, emulator: 18081 }, []));
    expect(config).toMatchObject({
      scrape_configs: [
        {
          job_name: 'trustyai-service',
          metrics_path: '/q/metrics',
          static_configs: [
            { targets: ['127.0.0.1:18081'], labels: { namespace: "jukebox: 'prod'", instance: 'trustyai-service' } },
          ],
        },
        { job_name: 'model-server', metrics_path: '/metrics' },
      ],
    });
  });
});
