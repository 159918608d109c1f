import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';
import type { Provisioned } from '../server.ts';
import { askUpstream } from '../upstream.ts';

/** What a dashboard may read, by type of data source: nothing of their admin and write APIs. */
const READ_APIS = new Map([
  [
    'prometheus',
    /^api\/v1\/(query|query_range|query_exemplars|series|labels|label\/[^/]+\/values|metadata|rules|alerts|status\/buildinfo)$/,
  ],
  ['loki', /^loki\/api\/v1\/(query|query_range|series|labels|label\/[^/]+\/values|index\/stats|status\/buildinfo)$/],
]);

/** `/api/datasources/proxy/uid/:uid/*`: open for Prometheus and Loki only, as the plugin closes its own proxy. */
export function dataProxy(server: FastifyInstance, { dataSource }: Provisioned): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body)
  );
  server.route<{ Params: { uid: string; '*': string } }>({
    method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
    url: '/api/datasources/proxy/uid/:uid/*',
    handler: async (request, reply) => {
      const target = dataSource(request.params.uid);
      const path = request.params['*'];
      const readApi = READ_APIS.get(target.type);
      if (!readApi) {
        throw new Problem(403, `The data proxy is closed for ${target.name}: only its backend talks to its service.`);
      }
      if (!readApi.test(path) || (request.method !== 'GET' && request.method !== 'POST')) {
        throw new Problem(
          403,
          `The data proxy passes on the read API of ${target.type} only, not ${request.method} /${path}.`
        );
      }
      const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
      const answer = await askUpstream(target, `/${path}${query}`, {
        method: request.method,
        ...(typeof request.body === 'string' && {
          body: request.body,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      });
      reply.status(answer.status).header('content-type', answer.headers.get('content-type') ?? 'text/plain');
      return reply.send(Buffer.from(await answer.arrayBuffer()));
    },
  });
}
