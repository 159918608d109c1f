import { randomUUID } from 'node:crypto';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Manners } from '../../http/manners.ts';
import type { Reply, WireRequest } from '../../http/wire.ts';
import { Refusal, empty, text } from './reply.ts';

const plainLimit = 10 * 1024 * 1024;
const unpack = promisify(gunzip);

/** Most errors have no body at all; gzip bodies are taken by uploads only. */
export function createManners(): Manners {
  const process = randomUUID();
  let errors = 0;
  return {
    notFound,
    methodNotAllowed: otherMethod,
    fault: (fault) => {
      if (fault instanceof Refusal) return fault.reply;
      errors += 1;
      const body = JSON.stringify({ details: `Error id ${process}-${errors}`, stack: '' });
      return { status: 500, contentType: 'application/json; charset=utf-8', body };
    },
    body: unpacked,
  };
}

/** What a path that does not exist answers, and one that is switched off. */
export function notFound({ path }: WireRequest): Reply {
  return text(
    `Error: The queried endpoint "${path}" does not exist within or is not provided by this version of TrustyAI.`,
    404
  );
}

function otherMethod({ method, path }: WireRequest, allowed: readonly string[]): Reply {
  if (path === '/') return empty(404);
  // The service names the methods of a whole group of paths; nobody reads them, so they are the same for all.
  if (method === 'OPTIONS') return { ...empty(200), headers: { allow: 'HEAD, DELETE, POST, GET, OPTIONS' } };
  if (method === 'HEAD' && allowed.includes('GET')) return { status: 200, contentType: 'application/json', body: '' };
  return empty(405);
}

async function unpacked({ path, headers, body }: WireRequest): Promise<Buffer | Reply> {
  if (body.length > plainLimit) return empty(413);
  if (headers['content-encoding']?.toLowerCase() !== 'gzip' || !/^\/data\/upload\/?$/.test(path)) return body;
  try {
    return await unpack(body);
  } catch {
    const why = 'Request body could not be decompressed as gzip: invalid or corrupted content.';
    return { status: 400, contentType: 'text/plain', body: why };
  }
}
