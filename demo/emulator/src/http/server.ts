import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Manners } from './manners.ts';
import type { Operation, Route } from './route.ts';
import type { Reply, WireRequest } from './wire.ts';

const bodyLimit = 512 * 1024 * 1024;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export interface ServerOptions<Session> {
  routes: readonly Route<Session>[];
  manners: Manners;
  /** The session of the moment: a restart replaces it. */
  session: () => Session;
  /** Told of every failure that becomes a 500. */
  warn: (message: string) => void;
}

/** The routes behind HTTP, with the service's own manners where no route answers. */
export function createServer<Session>(options: ServerOptions<Session>): FastifyInstance {
  const { routes, manners, session, warn } = options;
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 4096 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    const wire = wireRequest(request);
    reply.headers(manners.headers?.(wire) ?? {});
    const early = manners.before?.(wire);
    return early ? send(reply, early) : undefined;
  });

  const answer = async (operation: Operation<Session>, request: FastifyRequest): Promise<Reply> => {
    const wire = wireRequest(request);
    const body = await manners.body(wire);
    if (!Buffer.isBuffer(body)) return body;
    try {
      return operation.handle(session(), { ...wire, body });
    } catch (fault) {
      const refusal = manners.fault(fault);
      if (refusal.status === 500)
        warn(`${request.method} ${request.url}: ${fault instanceof Error ? fault.message : fault}`);
      return refusal;
    }
  };

  for (const route of routes) {
    const url = route.path.replace(/\{(\w+)\}/g, ':$1');
    const allowed = Object.keys(route.methods);
    for (const [method, operation] of Object.entries(route.methods)) {
      app.route({ method, url, handler: async (request, reply) => send(reply, await answer(operation, request)) });
    }
    app.route({
      method: methods.filter((method) => !allowed.includes(method)),
      url,
      handler: async (request, reply) => send(reply, manners.methodNotAllowed(wireRequest(request), allowed)),
    });
  }
  app.setNotFoundHandler((request, reply) => send(reply, manners.notFound(wireRequest(request))));
  app.setErrorHandler((fault, _request, reply) => {
    warn(fault instanceof Error ? fault.message : String(fault));
    return send(reply, manners.fault(fault));
  });
  return app;
}

/** Bytes go out as they are, so that the content type stays exactly as given. */
function send(reply: FastifyReply, { status, contentType, body, headers }: Reply): FastifyReply {
  if (status === 0) {
    reply.hijack().raw.destroy();
    return reply;
  }
  reply.code(status).headers(headers ?? {});
  if (contentType === '') return reply.send();
  return reply.header('content-type', contentType).send(Buffer.from(body, 'utf8'));
}

function wireRequest(request: FastifyRequest): WireRequest {
  return {
    method: request.method,
    path: request.url.replace(/\?.*$/s, ''),
    headers: headersOf(request),
    params: texts(request.params),
    query: texts(request.query),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
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
