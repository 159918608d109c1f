import type { Reply, Request } from '../core/io.ts';
import type { Exchange } from './exchange.ts';

interface Cached {
  reply: Reply;
  at: number;
}

function keyOf(request: Request): string {
  return request.cacheKey ?? `${request.method} ${request.path} ${request.body ?? ''}`;
}

function isGood(reply: Reply): boolean {
  return reply.error === undefined && reply.status >= 200 && reply.status < 300;
}

/** As many replies as a busy dashboard needs; the oldest goes first. */
const MAX_CACHED = 200;

/**
 * Spares the service: identical calls in flight are joined, young replies are shared, and at most one expensive call is
 * in flight. Failures are not kept. The one thing not cached is what was asked to be fresh.
 * @param clock epoch milliseconds
 */
export function sharedExchange(exchange: Exchange, clock: () => number = Date.now): Exchange {
  const inFlight = new Map<string, Promise<Reply>>();
  const cache = new Map<string, Cached>();
  let expensiveTurn: Promise<unknown> = Promise.resolve();

  const send = (request: Request): Promise<Reply> => {
    if (request.expensive !== true) {
      return exchange(request);
    }
    const turn = expensiveTurn.then(() => exchange(request));
    expensiveTurn = turn.catch(() => undefined);
    return turn;
  };

  const remember = (key: string, reply: Reply): void => {
    if (!isGood(reply)) {
      return;
    }
    cache.delete(key);
    cache.set(key, { reply, at: clock() });
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) {
      cache.delete(oldest);
    }
  };

  return (request) => {
    const key = keyOf(request);
    const known = cache.get(key);
    if (known && clock() - known.at < (request.minAgeSeconds ?? 0) * 1000) {
      return Promise.resolve(known.reply);
    }
    const running = inFlight.get(key);
    if (running) {
      return running;
    }
    const call = send(request)
      .then((reply) => {
        remember(key, reply);
        return reply;
      })
      .finally(() => inFlight.delete(key));
    inFlight.set(key, call);
    return call;
  };
}
