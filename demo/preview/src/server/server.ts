import { existsSync } from 'node:fs';
import fastify, { type FastifyInstance } from 'fastify';
import type { Arguments } from './arguments.ts';
import { bootData, frontendSettings } from './boot-data.ts';
import { readPlugins } from './plugins.ts';
import { Problem, sentenceOf } from './problem.ts';
import { readDashboards } from './provisioning/dashboards.ts';
import { readDataSources, type DataSource } from './provisioning/data-sources.ts';
import type { Found } from './provisioning/yaml-files.ts';
import { alertRoutes } from './routes/alerts.ts';
import { annotationRoutes } from './routes/annotations.ts';
import { dataProxy } from './routes/data-proxy.ts';
import { dashboardRoutes } from './routes/dashboards.ts';
import { dataSourceRoutes } from './routes/data-sources.ts';
import { pageRoutes } from './routes/page.ts';
import { queryRoutes } from './routes/queries.ts';

/** What the routes read. The files are read anew at each request, so an edit shows on the next reload. */
export interface Provisioned {
  plugins: () => ReturnType<typeof readPlugins>;
  dataSources: () => ReturnType<typeof readDataSources>;
  dashboards: () => ReturnType<typeof readDashboards>;
  /** Throws a Problem 404 where there is none of that uid. */
  dataSource: (uid: string) => DataSource;
  bootData: () => ReturnType<typeof bootData>;
}

/** Builds the server; it does not listen yet. */
export async function buildServer(options: Arguments): Promise<FastifyInstance> {
  if (!existsSync(options.page)) {
    throw new Error(`The page is not built (${options.page}). Build it: pnpm --filter @soundcheck/preview run build`);
  }
  const provisioned = provisionedBy(options);
  const server = fastify({ bodyLimit: 8 * 1024 * 1024 });
  server.addHook('onRequest', async ({ hostname }) => {
    // A page of another origin must not reach the data sources through a name that it points at this machine.
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
      throw new Problem(403, `The preview answers only to 127.0.0.1 and localhost, not to "${hostname}".`);
    }
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof Problem ? error.status : (error.statusCode ?? 500);
    return reply.status(status).send({ message: sentenceOf(error) });
  });
  server.get('/api/health', () => ({
    database: 'ok',
    version: 'preview, not Grafana',
    problems: problemsOf(provisioned),
  }));
  server.get('/api/frontend/settings', () =>
    frontendSettings(provisioned.dataSources().items, provisioned.plugins().items)
  );
  dashboardRoutes(server, provisioned);
  dataSourceRoutes(server, provisioned);
  queryRoutes(server, provisioned);
  await server.register(async (scope) => dataProxy(scope, provisioned));
  alertRoutes(server, provisioned);
  annotationRoutes(server);
  await pageRoutes(server, { page: options.page, provisioned });
  return server;
}

function problemsOf({ plugins, dataSources, dashboards }: Provisioned): string[] {
  return [plugins(), dataSources(), dashboards()].flatMap(({ problems }) => problems);
}

function inAll<T>(folders: string[], read: (folder: string) => Found<T>): Found<T> {
  const found = folders.map(read);
  return { items: found.flatMap(({ items }) => items), problems: found.flatMap(({ problems }) => problems) };
}

function provisionedBy(options: Arguments): Provisioned {
  const plugins = () => readPlugins(options.plugins);
  const dataSources = () => inAll(options.provisioning, readDataSources);
  return {
    plugins,
    dataSources,
    dashboards: () => inAll(options.provisioning, readDashboards),
    bootData: () => bootData(dataSources().items, plugins().items),
    dataSource: (uid) => {
      const found = dataSources().items.find((one) => one.uid === uid);
      if (!found) {
        const where = options.provisioning.map((folder) => `${folder}/datasources`).join(' and ');
        throw new Problem(404, `No data source has the uid "${uid}". Look into ${where}.`);
      }
      return found;
    },
  };
}
