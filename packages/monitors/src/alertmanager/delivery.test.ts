import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { NotifyPlan } from '../contract.ts';
import { native } from '../testing/natives.ts';
import { plan } from '../testing/plan.ts';
import { freePort } from '../testing/prometheus.ts';
import { alertmanagerConfiguration } from './alertmanager-file.ts';
import { alertmanagerSecrets } from './secrets.ts';

const alertmanager = native('alertmanager', 'the test that a real Alertmanager delivers with the secrets of files');
const folder = mkdtempSync(join(tmpdir(), 'soundcheck-delivery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a webhook was sent, as far as it matters here. */
interface Call {
  url: string | undefined;
  authorization: string | undefined;
  body: string;
}

async function receiver(calls: Call[]) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      calls.push({ url: request.url, authorization: request.headers.authorization, body });
      response.end();
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String(port)}`, stop: () => server.close() };
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) {
      return;
    }
    await sleep(100);
  }
  throw new Error('It did not happen within half a minute.');
}

describe.skipIf(alertmanager === undefined)('a real Alertmanager with the rendered file', () => {
  it('sends to the address and with the secrets that stand in files', async () => {
    const calls: Call[] = [];
    const { url, stop } = await receiver(calls);
    const env: Record<string, string> = {
      SOUNDCHECK_RETRAIN_URL: url,
      SOUNDCHECK_RETRAIN_TOKEN: 'a-$ecret',
      PEOPLE_PASSWORD: 'pass word',
    };
    const notify: NotifyPlan = {
      ...plan.notify,
      groupWaitSeconds: 0,
      mutes: [],
      people: { url: `${url}/people`, auth: { kind: 'basic', user: 'ops', passwordVariable: 'PEOPLE_PASSWORD' } },
    };
    const secrets = join(folder, 'secrets');
    mkdirSync(secrets);
    for (const { key, template } of alertmanagerSecrets(notify)) {
      // With the line end that most editors leave.
      writeFileSync(join(secrets, key), `${template.replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '')}\n`);
    }
    const file = join(folder, 'alertmanager.yml');
    writeFileSync(file, stringify(alertmanagerConfiguration(notify, secrets)));
    const own = `127.0.0.1:${String(await freePort())}`;
    const args = [`--config.file=${file}`, `--storage.path=${join(folder, 'data')}`, '--cluster.listen-address='];
    const child = spawn(alertmanager ?? '', [...args, `--web.listen-address=${own}`], { stdio: 'ignore' });
    try {
      const labels = {
        alertname: 'jukebox-datadrift-x',
        soundcheck: 'drift',
        retrain: 'true',
        namespace: 'n',
        model: 'm',
      };
      await until(async () => {
        const posted = fetch(`http://${own}/api/v2/alerts`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify([{ labels }]),
        });
        return await posted.then(({ ok }) => ok).catch(() => false);
      });
      await until(() => calls.length >= 2);
      const basic = Buffer.from('ops:pass word').toString('base64');
      expect(calls.map(({ url: path, authorization }) => `${path ?? ''} ${authorization ?? ''}`).sort()).toEqual([
        '/alerts Bearer a-$ecret',
        `/people Basic ${basic}`,
      ]);
      const toGateway: unknown = JSON.parse(calls.find(({ url: path }) => path === '/alerts')?.body ?? '{}');
      expect(toGateway).toMatchObject({
        version: '4',
        receiver: 'soundcheck-retrain',
        status: 'firing',
        groupLabels: { namespace: 'n', model: 'm' },
        commonLabels: labels,
      });
    } finally {
      child.kill('SIGKILL');
      stop();
    }
  });
});
