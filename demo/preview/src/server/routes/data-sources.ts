import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { dataSourceDetails } from '../boot-data.ts';
import { Problem, sentenceOf } from '../problem.ts';
import type { DataSource } from '../provisioning/data-sources.ts';
import type { Provisioned } from '../server.ts';
import { runTrusty, TRUSTYAI_TYPE } from '../trustyai.ts';
import { askUpstream } from '../upstream.ts';

/** Resources that change the service. Everybody is an administrator here, so that the setting alone decides. */
const WRITES = new Set(['schedules/create', 'schedules/delete']);

const paramsSchema = v.record(v.string(), v.string('each parameter may stand there once'));

/** Settings, health and resource calls of a data source, under Grafana's paths. */
export function dataSourceRoutes(server: FastifyInstance, { dataSource }: Provisioned): void {
  server.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid', ({ params }) =>
    dataSourceDetails(dataSource(params.uid))
  );
  server.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid/health', async ({ params }, reply) => {
    const health = await healthOf(dataSource(params.uid)).catch((error: unknown) => ({
      status: 'ERROR',
      message: sentenceOf(error),
    }));
    return reply.status(health.status === 'OK' ? 200 : 400).send(health);
  });
  server.all<{ Params: { uid: string; '*': string } }>(
    '/api/datasources/uid/:uid/resources/*',
    async ({ params, query, method, body }, reply) => {
      const target = dataSource(params.uid);
      const path = params['*'];
      const writes = WRITES.has(path);
      if (target.type !== TRUSTYAI_TYPE || method !== (writes ? 'POST' : 'GET')) {
        throw new Problem(404, `${target.name} has no resource ${method} ${path} in the preview.`);
      }
      const mayWrite = writes && target.jsonData['scheduling'] === 'editors';
      if (writes && !mayWrite) {
        throw new Problem(403, `Scheduling from Grafana is switched off in the settings of ${target.name}.`);
      }
      const input = { path, params: v.parse(paramsSchema, query), ...(writes && { body }) };
      const output = await runTrusty(target, 'resource', input, { mayWrite }).catch((error: unknown) => {
        throw new Problem(502, sentenceOf(error));
      });
      return reply.header('content-type', 'application/json').send(JSON.stringify(output));
    }
  );
}

async function healthOf(target: DataSource) {
  if (target.type === TRUSTYAI_TYPE) {
    const { status, ...rest } = await runTrusty(target, 'health', {});
    return { status: status === 'ok' ? 'OK' : 'ERROR', ...rest };
  }
  if (target.type === 'prometheus') {
    const { ok, status } = await askUpstream(target, '/api/v1/query?query=1%2B1');
    return ok
      ? { status: 'OK', message: 'Prometheus answers queries.' }
      : { status: 'ERROR', message: `Prometheus at ${target.url} answered ${status} to the query 1+1.` };
  }
  if (target.type === 'loki') {
    // Not its readiness: what stands before a Loki passes queries on, and may answer 404 to all else.
    const { ok, status } = await askUpstream(target, '/loki/api/v1/query?query=vector(1)%2Bvector(1)');
    return ok
      ? { status: 'OK', message: 'Loki answers queries.' }
      : { status: 'ERROR', message: `Loki at ${target.url} answered ${status} to the query 1+1.` };
  }
  if (target.type === 'grafana-testdata-datasource') {
    return { status: 'OK', message: 'The data ride in the queries: nothing can be down.' };
  }
  return { status: 'ERROR', message: `The preview has no health check for data sources of type ${target.type}.` };
}
