import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

const HTML =
  '<!doctype html><meta charset="utf-8"><title>bench</title><style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}*{box-sizing:border-box}</style><body><script src="/page.js"></script>';

/** The page at `/`, the built panel under `/plugin/`, on a port of this machine that is free. */
export async function serve(page: string, dist: string): Promise<{ address: string; close: () => void }> {
  const server = createServer(async ({ url = '/' }, reply) => {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    try {
      if (path.startsWith('/plugin/')) {
        const file = await readFile(join(dist, path.slice('/plugin/'.length)));
        reply.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/json').end(file);
      } else if (path === '/page.js') {
        reply.setHeader('content-type', 'text/javascript').end(page);
      } else {
        reply.setHeader('content-type', 'text/html').end(HTML);
      }
    } catch {
      reply.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (place === null || typeof place === 'string') {
    throw new Error('The server has no port.');
  }
  return { address: `http://127.0.0.1:${place.port}/`, close: () => server.close() };
}
