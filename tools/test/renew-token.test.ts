import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isOnPath, root } from './run-command.ts';

const able = isOnPath('openssl');
if (!able) {
  console.warn('openssl is not on PATH: the test of the token that rotates is skipped.');
}

interface Call {
  line: string;
  authorization?: string;
  type?: string;
  body: unknown;
}

describe.skipIf(!able)('docker/renew-token.mjs, as a pod runs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-token-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('namespace', 'soundcheck');
  write('token', 'token-of-the-job\n');

  /** Runs it against an API server that answers with `status`. */
  async function renew(status: number) {
    const [cert, key] = [join(folder, 'ca.crt'), join(folder, 'key.pem')];
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost';
    const files = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request.split(' '), ...files], { stdio: 'ignore' });
    const calls: Call[] = [];
    const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (asked, reply) => {
      let body = '';
      asked.on('data', (chunk: unknown) => (body += String(chunk)));
      asked.on('end', () => {
        const { authorization, 'content-type': type } = asked.headers;
        calls.push({ line: `${asked.method} ${asked.url}`, authorization, type, body: JSON.parse(body) });
        reply.writeHead(status, { 'content-type': 'application/json' });
        reply.end(JSON.stringify({ status: { token: 'fresh', expirationTimestamp: '2030-01-01T00:00:00Z' } }));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const env = {
      ...process.env,
      ACCOUNT_FOLDER: folder,
      KUBERNETES_SERVICE_HOST: '127.0.0.1',
      KUBERNETES_SERVICE_PORT: String(typeof address === 'object' && address ? address.port : 0),
      NODE_EXTRA_CA_CERTS: cert,
      SERVICE_ACCOUNT: 'soundcheck-reader',
      SECRET: 'soundcheck-reader-token',
      SECRET_KEY: 'token',
      EXPIRATION_SECONDS: '7200',
    };
    const ended = await new Promise<{ code: number; said: string }>((done) => {
      execFile(process.execPath, [join(root, 'docker/renew-token.mjs')], { env }, (error, stdout, stderr) =>
        done({ code: error ? 1 : 0, said: stdout + stderr })
      );
    });
    server.closeAllConnections();
    server.close();
    return { ...ended, calls };
  }

  it('asks for a token and writes it, encoded, into the Secret; it prints neither', { timeout: 30_000 }, async () => {
    const { code, said, calls } = await renew(200);
    expect(calls).toEqual([
      {
        line: 'POST /api/v1/namespaces/soundcheck/serviceaccounts/soundcheck-reader/token',
        authorization: 'Bearer token-of-the-job',
        type: 'application/json',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 7200 } },
      },
      {
        line: 'PATCH /api/v1/namespaces/soundcheck/secrets/soundcheck-reader-token',
        authorization: 'Bearer token-of-the-job',
        type: 'application/merge-patch+json',
        body: { data: { token: 'ZnJlc2g=' } },
      },
    ]);
    expect(code).toBe(0);
    expect(said).toContain('until 2030-01-01T00:00:00Z');
    expect(said).not.toMatch(/fresh|ZnJlc2g|token-of-the-job/);
  });

  it('says in a sentence what refused it, and fails', { timeout: 30_000 }, async () => {
    const { code, said } = await renew(403);
    expect(code).toBe(1);
    expect(said).toMatch(/^The token was not renewed: POST serviceaccounts\/soundcheck-reader\/token answered 403/);
  });
});
