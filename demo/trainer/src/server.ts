import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { orderSchema } from './run.ts';
import type { Runs } from './runs.ts';

/** The pipeline's door: `POST /train` takes an order, `GET /runs` shows all. It does not listen yet. */
export function trainerServer(runs: Runs): FastifyInstance {
  const server = Fastify({ forceCloseConnections: true });
  server.get('/', async () => 'A stand-in for a training pipeline. POST /train orders a run, GET /runs lists them.\n');
  server.get('/runs', async () => runs.list());
  server.post('/train', async ({ body }, reply) => {
    const order = v.safeParse(orderSchema, body);
    if (!order.success) {
      const { message } = order.issues[0];
      return reply.code(400).send({ message: `${v.getDotPath(order.issues[0]) ?? 'body'}: ${message}` });
    }
    const { run, isNew } = runs.take(order.output);
    return reply
      .code(isNew ? 202 : 200)
      .send({ runId: run.order.runId, version: run.version, state: run.state, isNew });
  });
  return server;
}
