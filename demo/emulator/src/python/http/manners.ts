import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Manners } from '../../http/manners.ts';
import type { Reply, WireRequest } from '../../http/wire.ts';
import { json, replyToFault } from './reply.ts';

const unpackedLimit = 16 * 1024 * 1024;
const unpack = promisify(gunzip);

/** Errors are JSON, any origin is allowed, and gzip bodies are taken on every path. */
export const manners: Manners = {
  notFound: () => json({ detail: 'Not Found' }, 404),
  methodNotAllowed: (_request, allowed) => ({
    ...json({ detail: 'Method Not Allowed' }, 405),
    headers: { allow: allowed[0] ?? '' },
  }),
  fault: replyToFault,
  headers: allowOrigin,
  before: preflight,
  body: unpacked,
};

function allowOrigin({ headers }: WireRequest): Record<string, string> {
  const { origin } = headers;
  if (origin === undefined) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
}

/** A preflight is answered for every path. */
function preflight({ method, headers }: WireRequest): Reply | undefined {
  if (headers['origin'] === undefined || method !== 'OPTIONS') return undefined;
  if (!headers['access-control-request-method']) return undefined;
  const allowed = { 'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, QUERY' };
  return { status: 200, contentType: 'text/plain; charset=utf-8', body: 'OK', headers: allowed };
}

async function unpacked({ headers, body }: WireRequest): Promise<Buffer | Reply> {
  if (headers['content-encoding']?.toLowerCase() !== 'gzip') return body;
  try {
    return await unpack(body, { maxOutputLength: unpackedLimit });
  } catch (fault) {
    const tooLarge = fault instanceof RangeError;
    return {
      status: tooLarge ? 413 : 400,
      contentType: 'text/plain',
      body: tooLarge
        ? `Decompressed request body is larger than ${unpackedLimit} bytes.`
        : 'Request body could not be decompressed as gzip: invalid or corrupted content.',
    };
  }
}
