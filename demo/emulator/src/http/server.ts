import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../routes/route.ts';
import type { Session } from '../session.ts';
import { json, replyToFault } from './reply.ts';
import type { Reply } from './reply.ts';

const bodyLimit = 512 * 1024 * 1024;
const unpackedLimit = 16 * 1024 * 1024;
const unpack = promisify(gunzip);

export interface ServerOptions {
  routes: readonly Route[];
  /** The session of the moment: a restart replaces it. */
  session: () => Session;
  /** Told of every failure that becomes a 500. */
  warn: (message: string) => void;
}

/** The routes behind HTTP, with the service's 404, 405, CORS and gzip behaviour. */
export function createServer({ routes, session, warn }: ServerOptions): FastifyInstance {
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 4096 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => cors(request, reply));

  for (const route of routes) {
    const url = route.path.replace(/\{(\w+)\}/g, ':$1');
    const allowed = Object.keys(route.methods);
    for (const [method, operation] of Object.entries(route.methods)) {
      app.route({
        method,
        url,
        handler: async (request, reply) => {
          const body = await unpacked(request);
          if (!Buffer.isBuffer(body)) return send(reply, body);
          const wire = {
            headers: headersOf(request),
            params: texts(request.params),
            query: texts(request.query),
            body,
          };
          try {
            return send(reply, operation.handle(session(), wire));
          } catch (fault) {
            const answer = replyToFault(fault);
            if (answer.status === 500)
              warn(`${method} ${request.url}: ${fault instanceof Error ? fault.message : fault}`);
            return send(reply, answer);
          }
        },
      });
    }
    const refused = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (one) => !allowed.includes(one)
    );
    app.route({
      method: refused,
      url,
      handler: async (_request, reply) =>
        send(reply, { ...json({ detail: 'Method Not Allowed' }, 405), headers: { allow: allowed[0] ?? '' } }),
    });
  }
  app.setNotFoundHandler((_request, reply) => send(reply, json({ detail: 'Not Found' }, 404)));
  app.setErrorHandler((fault, _request, reply) => {
    warn(fault instanceof Error ? fault.message : String(fault));
    return send(reply, replyToFault(fault));
  });
  return app;
}

/** Bytes go out as they are, so that the content type stays exactly as given. */
function send(reply: FastifyReply, { status, contentType, body, headers }: Reply): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'content-type': contentType })
    .send(Buffer.from(body, 'utf8'));
}

/** Any origin is allowed, with credentials; a preflight is answered for every path. */
function cors(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { origin } = request.headers;
  if (origin === undefined) return undefined;
  const allow = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
  reply.headers(allow);
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return undefined;
  const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, QUERY';
  const headers = { ...allow, 'access-control-allow-methods': methods };
  return send(reply, { status: 200, contentType: 'text/plain; charset=utf-8', body: 'OK', headers });
}

async function unpacked(request: FastifyRequest): Promise<Buffer | Reply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (request.headers['content-encoding']?.toLowerCase() !== 'gzip') return body;
  try {
    return await unpack(body, { maxOutputLength: unpackedLimit });
  } catch (fault) {
    const tooLarge = fault instanceof RangeError;
    return {
      status: tooLarge ? 413 : 400,
      contentType: 'text/plain',
      body: tooLarge
        ? `Decompressed request body is larger than ${unpackedLimit} bytes.`
        : 'Request body could not be decompressed as gzip: invalid or corrupted content.',
    };
  }
}

function headersOf(request: FastifyRequest): Record<string, string | undefined> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return Object.fromEntries(entries);
}

/** Query and path parameters; of a repeated one the last counts. */
function texts(source: unknown): Record<string, string> {
  const entries = Object.entries(typeof source === 'object' && source !== null ? source : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)])
  );
}
