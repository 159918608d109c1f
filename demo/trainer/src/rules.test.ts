import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { renewRules } from './rules.ts';

const root = resolve(import.meta.dirname, '../../..');
const asked: string[] = [];
let status = 200;
const server = createServer(({ method = '', url = '', headers }, response) => {
  asked.push([method, url, headers.authorization ?? ''].join(' ').trim());
  response.writeHead(status).end('no such rule');
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
});
afterAll(() => server.close());
afterEach(() => {
  asked.length = 0;
  status = 200;
});

describe('rules after a training', () => {
  const rendered = mkdtempSync(join(tmpdir(), 'trainer-rules-'));
  afterAll(() => rmSync(rendered, { recursive: true }));
  const programs = { soundcheck: [join(root, 'packages/cli/bin/soundcheck.mjs')], scenarios: [] };
  const where = () => ({ programs, monitors: join(root, 'monitors.yaml'), rendered, prometheus: address });
  const written = () =>
    ['deploy/prometheus/jukebox-prod.rules.yml', 'provisioning/alerting/monitors.yaml'].map((file) =>
      existsSync(join(rendered, file))
    );

  it('are written for Prometheus alone where no Grafana is named', { timeout: 30_000 }, async () => {
    await renewRules(where());
    expect(written()).toEqual([true, false]);
    expect(asked).toEqual(['POST /-/reload']);
  });

  it('are written for Grafana too, which is told as its administrator', { timeout: 30_000 }, async () => {
    vi.stubEnv('GF_SECURITY_ADMIN_PASSWORD', 'secret');
    await renewRules({ ...where(), grafana: address });
    vi.unstubAllEnvs();
    expect(written()).toEqual([true, true]);
    const basic = `Basic ${Buffer.from('admin:secret').toString('base64')}`;
    expect(asked).toEqual(['POST /-/reload', `POST /api/admin/provisioning/alerting/reload ${basic}`]);
  });

  it('say whose refusal ended them', { timeout: 30_000 }, async () => {
    status = 400;
    await expect(renewRules(where())).rejects.toThrow(`POST ${address}/-/reload answered 400: no such rule`);
  });
});
