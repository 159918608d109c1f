import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';
import type { Provisioned } from '../server.ts';
import { iconRoutes } from './icons.ts';

const packages = createRequire(import.meta.url);

/** File names under which Grafana's styles ask for fonts, and the open fonts that answer. */
const FONTS = [
  { asked: /^inter\/.*Italic\.woff2$/, file: '@fontsource-variable/inter/files/inter-latin-wght-italic.woff2' },
  { asked: /^inter\/.*\.woff2$/, file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' },
  { asked: /^roboto\/.*\.woff2$/, file: '@fontsource-variable/roboto-mono/files/roboto-mono-latin-wght-normal.woff2' },
];

/** The built page, the plugins' `dist` folders, and what Grafana's packages ask for under `/public`. */
export async function pageRoutes(
  server: FastifyInstance,
  { page, provisioned }: { page: string; provisioned: Provisioned }
): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(page, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
  });
  iconRoutes(server);
  server.get<{ Params: { '*': string } }>('/public/fonts/*', ({ params }, reply) => {
    const font = FONTS.find(({ asked }) => asked.test(params['*']));
    if (!font) {
      throw new Problem(404, `The preview has no font ${params['*']}.`);
    }
    const path = packages.resolve(font.file);
    return reply.header('cache-control', 'max-age=86400').sendFile(path.slice(dirname(path).length + 1), dirname(path));
  });
  server.get<{ Params: { id: string; '*': string } }>('/public/plugins/:id/*', ({ params }, reply) => {
    const plugin = provisioned.plugins().items.find(({ json }) => json.id === params.id);
    if (!plugin || !existsSync(join(plugin.folder, params['*']))) {
      throw new Problem(404, `No built plugin "${params.id}" has the file ${params['*']}.`);
    }
    return reply.header('cache-control', 'no-cache').sendFile(params['*'], plugin.folder, { cacheControl: false });
  });
  server.setNotFoundHandler(({ method, url }, reply) => {
    if (method !== 'GET' || /^\/(api|apis|public|assets)\//.test(url)) {
      return reply.status(404).send({ message: `The preview has no ${method} ${url}; a real Grafana may have it.` });
    }
    const boot = JSON.stringify(provisioned.bootData()).replaceAll('<', '\\u003c');
    const html = readFileSync(join(page, 'index.html'), 'utf8').replace('%BOOT_DATA%', () => boot);
    return reply.type('text/html').header('cache-control', 'no-store').send(html);
  });
}
