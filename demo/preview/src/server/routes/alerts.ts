import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';
import type { Provisioned } from '../server.ts';
import { askUpstream } from '../upstream.ts';

interface ByUid {
  Params: { uid: string };
}

/** Rules of a Prometheus and alerts of an Alertmanager data source, under Grafana's paths for both. */
export function alertRoutes(server: FastifyInstance, { dataSource }: Provisioned): void {
  const pass = async (uid: string, type: string, path: string) => {
    const target = dataSource(uid);
    if (target.type !== type) {
      throw new Problem(400, `${target.name} is of type ${target.type}, not ${type}.`);
    }
    const answer = await askUpstream(target, path);
    if (!answer.ok) {
      throw new Problem(502, `${target.name} answered ${answer.status} to ${path}.`);
    }
    const body: unknown = await answer.json();
    return body;
  };
  server.get<ByUid>('/api/prometheus/:uid/api/v1/rules', ({ params }) =>
    pass(params.uid, 'prometheus', '/api/v1/rules')
  );
  server.get<ByUid>('/api/alertmanager/:uid/api/v2/alerts', ({ params }) =>
    pass(params.uid, 'alertmanager', '/api/v2/alerts')
  );
}
