import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Gate } from './gate.ts';

const endSchema = v.object({
  result: v.picklist(['succeeded', 'failed']),
  version: v.optional(v.pipe(v.string(), v.maxLength(200))),
  message: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
});

/** `POST /runs/<run id>/end`: the pipeline's callback. Repeated, it changes nothing and is answered the same. */
export function runRoutes(server: FastifyInstance, gate: Gate): void {
  server.post<{ Params: { id: string } }>('/runs/:id/end', async (request, reply) => {
    const parsed = v.safeParse(endSchema, request.body);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const error = `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}. Send { "result": "succeeded" or "failed", "version"?, "message"? }.`;
      return reply.code(400).send({ error });
    }
    const { id } = request.params;
    const { refused } = await gate.submit({ kind: 'end', at: Date.now(), run: id, end: parsed.output });
    if (refused === 'no such run') {
      return reply
        .code(404)
        .send({ error: `There is no run "${id.slice(0, 80)}" that was started. GET /incidents lists all.` });
    }
    server.log.info({ run: id, ...parsed.output, repeated: refused !== undefined }, 'Run ended.');
    return { run: id, outcome: refused ?? 'ended' };
  });
}
