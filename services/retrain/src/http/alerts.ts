import type { FastifyInstance } from 'fastify';
import { decodeWebhook } from '../webhook/decode.ts';
import type { Gate } from './gate.ts';

/** `POST /alerts`; PUT too, which Grafana's contact points can be set to. */
export function alertRoutes(server: FastifyInstance, gate: Gate): void {
  server.route({
    method: ['POST', 'PUT'],
    url: '/alerts',
    async handler(request, reply) {
      const webhook = decodeWebhook(request.body);
      if (typeof webhook === 'string') {
        return reply.code(400).send({ error: webhook });
      }
      const { notices, truncated, receiver } = webhook;
      const { accepted = [] } = await gate.submit({ kind: 'deliver', at: Date.now(), notices });
      accepted.forEach(({ outcome }) => gate.count(outcome));
      if (truncated > 0) {
        gate.count('truncated', truncated);
        server.log.warn(
          { receiver, truncated },
          'The sender left alerts out of its call: take away the limit on alerts a call.'
        );
      }
      accepted.forEach((entry) => server.log.info(entry, 'Alert taken.'));
      return { accepted };
    },
  });
}
