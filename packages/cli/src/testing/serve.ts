import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { readRecordings, recordedExchange } from '@soundcheck/query/recordings';

export interface Served {
  url: string;
  stop(): void;
}

/** Serves on a free loopback port. */
export async function serve(handle: RequestListener): Promise<Served> {
  const server = createServer(handle);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port.');
  }
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A recorded service over HTTP; what was not recorded is 404 as with the real ones.
 * @param preferred names of recordings to take where several answer, as the service's state changed between them
 * @param seen gets method, path and token of each call
 */
export async function serveRecordings(
  folder: string,
  dialect: 'java' | 'python',
  preferred: readonly string[],
  seen: Array<{ call: string; token: string | undefined }> = []
): Promise<Served> {
  const recordings = readRecordings(folder, dialect);
  const exchange = recordedExchange(recordings, preferred);
  return await serve((request, response) => {
    const { method, url: path = '' } = request;
    seen.push({ call: `${method ?? ''} ${path}`, token: request.headers.authorization });
    const known = recordings.some((one) => one.request.method === method && one.request.path === path);
    if (!known || method !== 'GET') {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"detail":"Not Found"}');
      return;
    }
    void exchange({ method, path }).then(({ status, contentType, body }) => {
      response.writeHead(status, contentType ? { 'content-type': contentType } : {}).end(body);
    });
  });
}
