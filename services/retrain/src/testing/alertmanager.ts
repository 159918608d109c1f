import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Notice } from '../incident/notice.ts';
import { until } from './gateway.ts';

const binary = resolve(import.meta.dirname, '../../../../.cache/bin/alertmanager');
export const hasAlertmanager = existsSync(binary);

export interface Alertmanager {
  /** Sends alerts as Prometheus does. */
  post(notices: Notice[]): Promise<void>;
  close(): Promise<void>;
}

/** A real Alertmanager that sends alerts for retraining to a gateway, with short times and many repeats. */
export async function startAlertmanager(gateway: string, token: string): Promise<Alertmanager> {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-alertmanager-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const webhook = {
    url: `${gateway}/alerts`,
    send_resolved: true,
    http_config: { authorization: { type: 'Bearer', credentials: token } },
  };
  const config = {
    route: {
      receiver: 'nobody',
      routes: [
        {
          receiver: 'soundcheck-retrain',
          matchers: ['retrain="true"'],
          group_by: ['namespace', 'model'],
          group_wait: '500ms',
          group_interval: '300ms',
          repeat_interval: '300ms',
        },
      ],
    },
    receivers: [{ name: 'nobody' }, { name: 'soundcheck-retrain', webhook_configs: [webhook] }],
  };
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, stringify(config));
  const flags = [
    `--config.file=${file}`,
    `--storage.path=${folder}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ];
  const child = spawn(binary, flags, { stdio: 'ignore' });
  await until(async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok);
  return {
    async post(notices) {
      const alerts = notices.map(({ labels, startsAt, endsAt, status }) => ({
        labels,
        startsAt: new Date(startsAt).toISOString(),
        ...(status === 'resolved' ? { endsAt: new Date(endsAt).toISOString() } : {}),
      }));
      const response = await fetch(`${url}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      });
      if (!response.ok) {
        throw new Error(`Alertmanager answered ${response.status}: ${await response.text()}`);
      }
    },
    async close() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
