import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/schema.ts';

type Ways = Config['auth'];

/** A signature older or newer than this is refused: calls cannot be replayed for long. Milliseconds. */
const signatureLife = 5 * 60_000;

/** Whether the `Authorization` header holds the configured bearer token or user and password. */
export function hasCredentials(ways: Ways, headers: IncomingHttpHeaders): boolean {
  const given = headers.authorization ?? '';
  const { bearer, basic } = ways;
  const [, scheme = '', rest = ''] = /^(\S+) +(\S+) *$/.exec(given) ?? [];
  if (scheme.toLowerCase() === 'bearer' && bearer !== undefined) {
    return same(rest, bearer);
  }
  if (scheme.toLowerCase() === 'basic' && basic !== undefined) {
    return same(Buffer.from(rest, 'base64').toString('utf8'), `${basic.user}:${basic.password}`);
  }
  return false;
}

/** Whether a call brings a signature at all, so that its body is worth reading. */
export function isSigned(ways: Ways, headers: IncomingHttpHeaders): boolean {
  return ways.hmac !== undefined && headers[ways.hmac.header.toLowerCase()] !== undefined;
}

/**
 * Whether the signature is that of Grafana's contact points: hex HMAC-SHA256 of `<timestamp>:<body>`, the timestamp in
 * epoch seconds in a header of its own. `now` in milliseconds.
 */
export function hasSignature(ways: Ways, headers: IncomingHttpHeaders, body: Buffer, now: number): boolean {
  const { hmac } = ways;
  if (hmac === undefined) {
    return false;
  }
  const given = headers[hmac.header.toLowerCase()];
  const timestamp = headers[hmac.timestampHeader.toLowerCase()];
  if (typeof given !== 'string' || typeof timestamp !== 'string' || !/^\d+$/.test(timestamp)) {
    return false;
  }
  const expected = createHmac('sha256', hmac.secret).update(`${timestamp}:`).update(body).digest('hex');
  return same(given.toLowerCase(), expected) && Math.abs(now - Number(timestamp) * 1000) <= signatureLife;
}

/** In a time that tells nothing about the secret, its length included. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
