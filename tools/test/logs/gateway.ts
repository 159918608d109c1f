import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What stands before Loki in OpenShift Logging, as far as a data source notices. */
export interface Gateway {
  /** Where a data source's URL points: the tenant is a part of the path. */
  url: string;
  /** The authority that signed its certificate, PEM. */
  ca: string;
  /** Paths that were asked for, below the tenant. */
  asked: string[];
  close(): void;
}

const missing = /detected_labels|detected_field/;

/**
 * TLS with a certificate of its own, a bearer token, `/api/logs/v1/<tenant>` in place of the tenant's header, and 404 for
 * what such gateways lack.
 */
export async function startGateway(loki: string, token: string): Promise<Gateway> {
  const { key, cert } = certificate();
  const asked: string[] = [];
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const [, tenant, path = ''] = /^\/api\/logs\/v1\/(\w+)\/([^?]*)/.exec(incoming.url ?? '') ?? [];
    asked.push(path);
    if (incoming.headers.authorization !== `Bearer ${token}`) {
      outgoing.writeHead(401).end('no valid token');
    } else if (tenant === undefined || missing.test(path)) {
      outgoing.writeHead(404).end('not found');
    } else {
      const target = `${loki}${(incoming.url ?? '').replace(`/api/logs/v1/${tenant}`, '')}`;
      const headers = { 'x-scope-orgid': tenant };
      incoming.pipe(
        plainRequest(target, { method: incoming.method, headers }, (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        })
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `https://127.0.0.1:${port}/api/logs/v1/application`, ca: cert, asked, close };
}

function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-gateway-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost';
  const more = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...kind.split(' '), ...more], { stdio: 'ignore' });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
}

/** Asks over TLS, trusting this one authority. */
export function getOverTls(url: string, ca: string, headers: Record<string, string>): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { ca, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (text += chunk));
      reply.on('end', () => resolve([reply.statusCode ?? 0, text]));
    });
    asking.once('error', reject).end();
  });
}
