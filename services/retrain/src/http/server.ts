import Fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/schema.ts';
import { alertRoutes } from './alerts.ts';
import type { Gate } from './gate.ts';
import { guard } from './guard.ts';
import { incidentRoutes } from './incidents.ts';
import { runRoutes } from './runs.ts';

const mebibyte = 2 ** 20;

/** The gateway's HTTP interface, not yet listening. Headers and bodies never go to the log. */
export function makeServer(config: Config, gate: Gate): FastifyInstance {
  const server = Fastify({
    logger: { level: config.log },
    bodyLimit: mebibyte,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  guard(server, config);
  server.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      server.log.error({ reason: error.message }, 'A call failed.');
      return reply
        .code(503)
        .send({ error: 'The gateway could not do this now and took nothing; its log says why. Send it again later.' });
    }
    return reply.code(status).send({ error: sentences[status] ?? error.message });
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: `There is no ${request.method} ${request.url.split('?')[0]}. services/retrain/README.md lists all calls.`,
    })
  );
  server.addHook('onResponse', async (request, reply) => {
    const fields = { method: request.method, url: request.url, status: reply.statusCode, from: request.ip };
    server.log[reply.statusCode >= 400 ? 'warn' : 'debug'](fields, 'Call answered.');
  });
  alertRoutes(server, gate);
  runRoutes(server, gate);
  incidentRoutes(server, gate);
  return server;
}

const sentences: Record<number, string> = {
  413: 'The body is over 1 MiB. Group alerts more finely, or lower max_alerts.',
  415: 'Send JSON, with the header Content-Type: application/json.',
};
