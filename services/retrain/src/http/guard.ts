import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/schema.ts';
import { hasCredentials, hasSignature, isSigned } from './auth.ts';
import { Rate } from './rate.ts';

const open = new Set(['/metrics', '/healthz']);
/** Wrong secrets that are answered as such, per second and at once; beyond, guessing is slowed for all guessers. */
const guesses = { perSecond: 1, burst: 20 };

/** Lets nobody in without a secret, and nobody too fast. Runs before bodies are read, but for signed calls. */
export function guard(server: FastifyInstance, config: Pick<Config, 'auth' | 'rate'>): void {
  const { auth } = config;
  const calls = new Rate(config.rate.perSecond, config.rate.burst);
  const failures = new Rate(guesses.perSecond, guesses.burst);
  const bodies = new WeakMap<FastifyRequest, Buffer>();

  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.from(body);
    bodies.set(request, bytes);
    try {
      done(null, bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined);
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });

  const refuse = (reply: FastifyReply) =>
    failures.take()
      ? reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send({ error: 'The secret is missing or wrong. Send one that the gateway’s "auth" names.' })
      : tooFast(reply);

  server.addHook('onRequest', async (request, reply) => {
    if (open.has(request.routeOptions.url ?? '')) {
      return;
    }
    if (!hasCredentials(auth, request.headers) && !isSigned(auth, request.headers)) {
      return refuse(reply);
    }
    if (!calls.take()) {
      return tooFast(reply);
    }
  });

  server.addHook('preValidation', async (request, reply) => {
    if (open.has(request.routeOptions.url ?? '') || hasCredentials(auth, request.headers)) {
      return;
    }
    if (!hasSignature(auth, request.headers, bodies.get(request) ?? Buffer.alloc(0), Date.now())) {
      return refuse(reply);
    }
  });
}

function tooFast(reply: FastifyReply) {
  return reply.code(429).header('retry-after', '5').send({ error: 'Too many calls. Try again in a few seconds.' });
}
