import { CoreError, type TrustyQuery } from '@soundcheck/query';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { toFrameJson } from '../frame-json.ts';
import { Problem, sentenceOf } from '../problem.ts';
import type { Provisioned } from '../server.ts';
import { runTrusty, TRUSTYAI_TYPE } from '../trustyai.ts';

const querySchema = v.looseObject({ refId: v.string(), datasource: v.object({ uid: v.string() }) });
const bodySchema = v.object({
  queries: v.array(querySchema),
  from: v.optional(v.union([v.string(), v.number()])),
  to: v.optional(v.union([v.string(), v.number()])),
});
type Query = v.InferOutput<typeof querySchema>;

/** `POST /api/ds/query`: one result per refId, each with frames or its own error; 207 where one has an error. */
export function queryRoutes(server: FastifyInstance, { dataSource }: Provisioned): void {
  const answer = async (query: Query, timeRange: { from: number; to: number }) => {
    try {
      const target = dataSource(query.datasource.uid);
      if (target.type !== TRUSTYAI_TYPE) {
        throw new Problem(501, `The preview's server runs queries of ${TRUSTYAI_TYPE} only, not of ${target.type}.`);
      }
      const frames = await runTrusty(target, 'query', { query: trustyQuery(query) }, { timeRange });
      return { status: 200, frames: frames.map((frame) => toFrameJson(frame, query.refId)) };
    } catch (error) {
      return { ...statusOf(error), error: sentenceOf(error), frames: [] };
    }
  };
  server.post('/api/ds/query', async ({ body }, reply) => {
    const { queries, from, to } = v.parse(bodySchema, body);
    const timeRange = { from: Number(from), to: Number(to) };
    const results = await Promise.all(
      queries.map(async (query) => [query.refId, await answer(query, timeRange)] as const)
    );
    reply.status(results.every(([, { status }]) => status === 200) ? 200 : 207);
    return { results: Object.fromEntries(results) };
  });
}

/** The core decodes its queries itself, as it does in the Go shell, which hands them on as they came. */
function trustyQuery(query: Query): TrustyQuery {
  return query as Query & TrustyQuery;
}

function statusOf(error: unknown): { status: number; errorSource: 'downstream' | 'plugin' } {
  if (error instanceof CoreError && error.source === 'downstream') {
    return { status: 502, errorSource: 'downstream' };
  }
  return { status: error instanceof Problem ? error.status : 500, errorSource: 'plugin' };
}
