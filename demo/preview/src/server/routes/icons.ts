import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const ICONS = join(
  dirname(createRequire(import.meta.url).resolve('@grafana/ui/package.json')),
  'dist/public/img/icons'
);

/** Icons that the npm package lacks although its components ask for them: another one, turned where that helps. */
const SUBSTITUTES: Record<string, { file: string; turn: string }> = {
  'unicons/angle-double-left.svg': { file: 'unicons/angle-double-right.svg', turn: 'scale(-1 1)' },
  'unicons/angle-double-up.svg': { file: 'unicons/angle-double-down.svg', turn: 'scale(1 -1)' },
  'unicons/spinner.svg': { file: 'unicons/sync.svg', turn: 'rotate(0)' },
  'unicons/sync-slash.svg': { file: 'unicons/ban.svg', turn: 'rotate(0)' },
};
const BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>';

/** The icons of @grafana/ui, under Grafana's path. One that is nowhere stays blank. */
export function iconRoutes(server: FastifyInstance): void {
  server.get<{ Params: { '*': string } }>('/public/build/img/icons/*', ({ params }, reply) => {
    const name = params['*'];
    reply.header('cache-control', 'max-age=86400');
    return existsSync(join(ICONS, name))
      ? reply.sendFile(name, ICONS, { cacheControl: false })
      : reply.type('image/svg+xml').send(substitute(name));
  });
}

function substitute(name: string): string {
  const other = SUBSTITUTES[name];
  if (!other) {
    return BLANK;
  }
  const svg = readFileSync(join(ICONS, other.file), 'utf8');
  return svg.replace(/<svg /, `<svg transform="${other.turn}" transform-origin="center" `);
}
