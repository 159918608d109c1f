import type { FastifyInstance } from 'fastify';
import type { Gate } from './gate.ts';
import { showIncident } from './show.ts';

/** What people and Prometheus look at, and the second try of a dead letter. */
export function incidentRoutes(server: FastifyInstance, gate: Gate): void {
  const show = (only: (phase: string | undefined) => boolean) => {
    const state = gate.state();
    return [...state.incidents.values()]
      .filter(({ run }) => only(run?.phase))
      .sort((a, b) => b.openedAt - a.openedAt)
      .map((incident) => showIncident(incident, state, gate.rules));
  };
  server.get('/incidents', async () => ({ incidents: show(() => true) }));
  server.get('/dead-letters', async () => ({ deadLetters: show((phase) => phase === 'dead') }));

  server.post<{ Params: { id: string } }>('/dead-letters/:id/retry', async (request, reply) => {
    const { id } = request.params;
    const { refused } = await gate.submit({ kind: 'retry', at: Date.now(), run: id });
    if (refused !== undefined) {
      const status = refused === 'no such run' ? 404 : 409;
      return reply.code(status).send({ error: `Run "${id.slice(0, 80)}": ${refused}. GET /dead-letters lists them.` });
    }
    return { run: id, outcome: 'queued' };
  });

  server.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await gate.metrics();
    return reply.type(contentType).send(text);
  });

  server.get('/healthz', async () => {
    await gate.check();
    return { status: 'ok' };
  });
}
