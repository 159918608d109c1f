import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = resolve(import.meta.dirname, '../../bin/soundcheck.mjs');

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const able = hasOpenssl();
if (!able) {
  console.warn('openssl is not on PATH: the tests with a certificate of our own are skipped.');
}

/** The command as users start it, in a process of its own. */
async function command(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args]);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: unknown) => (out += String(chunk)));
  child.stderr.on('data', (chunk: unknown) => (err += String(chunk)));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

describe.skipIf(!able)('soundcheck over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-tls-'));
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  let url = '';
  let stop = () => {};

  beforeAll(async () => {
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost';
    const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate];
    execFileSync('openssl', [...request.split(' '), ...names], { stdio: 'ignore' });
    // A Java service without models.
    const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (asked, response) => {
      response.setHeader('content-type', 'application/json');
      response.statusCode = asked.url === '/openapi.json' ? 404 : 200;
      response.end(asked.url === '/q/metrics' ? '' : asked.url === '/info' ? '{}' : '{"requests":[],"paths":{}}');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    url = `https://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
    stop = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(() => {
    stop();
    rmSync(folder, { recursive: true });
  });

  it('does not trust an unknown authority', async () => {
    const { code, out, err } = await command('inspect', url);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^The TLS connection to TrustyAI failed at GET \/info \(.*\)\. Check the CA certificate\.\n$/);
  });

  it('trusts the one given by --ca', async () => {
    const { out, err } = await command('inspect', url, '--ca', certificate);
    expect(err).toBe('');
    expect(out).toMatch(/^TrustyAI at https:\/\/127\.0\.0\.1:\d+: Java/);
  });

  it('trusts anybody with --insecure, and Node says so', async () => {
    const { out, err } = await command('inspect', url, '--insecure');
    expect(out).toMatch(/: Java/);
    expect(err).toMatch(/NODE_TLS_REJECT_UNAUTHORIZED/);
  });

  it('reconcile trusts the authorities that monitors.yaml names', async () => {
    const other = join(folder, 'other.pem');
    copyFileSync(certificate, other);
    const file = join(folder, 'monitors.yaml');
    const service = (ca: string) => `{ trustyai: { url: '${url}', ca: '${ca}' } }`;
    writeFileSync(
      file,
      `version: 1
namespaces:
  a: ${service(certificate)}
  b: ${service(other)}
models:
  m: { version: v1, reference: { tag: T, rows: 100 }, features: 1, batch: 50 }
monitors:
  - { id: one, model: m, namespaces: [a, b], metric: ks }
grafana: { url: 'http://127.0.0.1:3000' }
`
    );
    const { code, out, err } = await command('reconcile', '--file', file, '--json');
    expect(err).toBe('');
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({
      code: 1,
      namespaces: ['a', 'b'].map((namespace) => ({ namespace, dialect: 'java', schedules: [{ state: 'refused' }] })),
    });
    expect(code).toBe(1);
  });
});
