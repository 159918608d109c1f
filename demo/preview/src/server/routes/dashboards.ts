import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';
import type { ProvisionedDashboard } from '../provisioning/dashboards.ts';
import type { Provisioned } from '../server.ts';

/** `GET /api/search` and `GET /api/dashboards/uid/:uid`, as Grafana answers them. */
export function dashboardRoutes(server: FastifyInstance, { dashboards }: Provisioned): void {
  server.get('/api/search', () =>
    dashboards().items.map(({ folder, json }) => ({
      uid: json.uid,
      title: json.title,
      tags: json.tags,
      type: 'dash-db',
      url: urlOf(json),
      folderTitle: folder,
    }))
  );
  server.get<{ Params: { uid: string } }>('/api/dashboards/uid/:uid', ({ params }) => {
    const found = dashboards().items.find(({ json }) => json.uid === params.uid);
    if (!found) {
      throw new Problem(404, `No dashboard has the uid "${params.uid}". The start page lists those that there are.`);
    }
    const meta = { type: 'db', url: urlOf(found.json), folderTitle: found.folder, provisioned: true, canEdit: true };
    return { meta, dashboard: found.json };
  });
}

function urlOf({ uid, title }: ProvisionedDashboard['json']): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `/d/${uid}/${slug}`;
}
