import { request as plainRequest } from 'node:http';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface ThanosQuerier {
  port: number;
  close(): void;
}

interface Doors {
  /** Prometheus behind it. */
  prometheus: string;
  token: string;
  /** Where set: only queries by GET that name this namespace, as port 9092 grants `get` there. */
  tenant?: string;
}

/**
 * A stand-in for what OpenShift puts before its querier: TLS by an authority of its own, a bearer token, and on the
 * tenancy port a namespace.
 */
export function thanosQuerier(tls: { cert: string; key: string }, doors: Doors): Promise<ThanosQuerier> {
  const server = createServer(tls, (asked, reply) => {
    const status = refusal(asked, doors);
    if (status === undefined) {
      pass(asked, reply, doors.prometheus);
    } else {
      reply.writeHead(status).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ port: typeof address === 'object' && address ? address.port : 0, close });
    });
  });
}

function refusal({ headers, method, url = '' }: IncomingMessage, { token, tenant }: Doors): number | undefined {
  if (headers.authorization !== `Bearer ${token}`) {
    return 401;
  }
  if (tenant === undefined) {
    return undefined;
  }
  const namespaces = new URL(url, 'https://x').searchParams.getAll('namespace');
  if (namespaces.length === 0) {
    return 400;
  }
  return method === 'GET' && namespaces.every((one) => one === tenant) ? undefined : 403;
}

function pass(asked: IncomingMessage, reply: ServerResponse, prometheus: string): void {
  const { method, url, headers } = asked;
  const inner = plainRequest(`${prometheus}${url ?? ''}`, { method, headers: { ...headers, host: '' } }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  inner.on('error', () => reply.writeHead(502).end());
  asked.pipe(inner);
}
