import type { Reply, Request } from '../core/io.ts';
import type { Exchange } from './exchange.ts';

interface Cached {
  reply: Reply;
  at: number;
  /** How long the service took, in milliseconds. */
  took: number;
  expensive: boolean;
}

/** An expensive call is repeated only after this many times its last duration, whatever the traffic. */
const REST_FACTOR = 10;

function isYoung(request: Request, { at, took }: Cached, now: number): boolean {
  const wanted = (request.minAgeSeconds ?? 0) * 1000;
  return now - at < (request.expensive ? Math.max(wanted, REST_FACTOR * took) : wanted);
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
 * in flight. Failures are not kept, but for an expensive call that ran into its deadline: the service computes on.
 * A write goes out by itself, and what was read before or during it is forgotten; computed numbers do not depend on it,
 * and the service keeps its rest from them.
 * @param clock epoch milliseconds
 */
export function sharedExchange(exchange: Exchange, clock: () => number = Date.now): Exchange {
  const inFlight = new Map<string, { call: Promise<Reply>; asked: number }>();
  const cache = new Map<string, Cached>();
  /** Counts beginnings and ends of writes: a reply asked for before one is neither kept nor shared after it. */
  let generation = 0;
  let expensiveTurn: Promise<unknown> = Promise.resolve();

  const timed = async (request: Request): Promise<{ reply: Reply; took: number }> => {
    const began = clock();
    const reply = await exchange(request);
    return { reply, took: clock() - began };
  };

  const send = (request: Request): Promise<{ reply: Reply; took: number }> => {
    if (request.expensive !== true) {
      return timed(request);
    }
    const turn = expensiveTurn.then(() => timed(request));
    expensiveTurn = turn.catch(() => undefined);
    return turn;
  };

  const remember = (key: string, cached: Cached): void => {
    cache.delete(key);
    cache.set(key, cached);
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) {
      cache.delete(oldest);
    }
  };

  const forget = (): void => {
    generation += 1;
    for (const [key, { expensive }] of cache) {
      if (!expensive) {
        cache.delete(key);
      }
    }
  };

  return (request) => {
    if (request.write === true) {
      forget();
      return exchange(request).finally(forget);
    }
    const key = keyOf(request);
    const known = cache.get(key);
    if (known && isYoung(request, known, clock())) {
      return Promise.resolve(known.reply);
    }
    const expensive = request.expensive === true;
    const running = inFlight.get(key);
    if (running && (expensive || running.asked === generation)) {
      return running.call;
    }
    const asked = generation;
    const call = send(request)
      .then(({ reply, took }) => {
        if (asked !== generation && !expensive) {
          return reply;
        }
        if (isGood(reply) || (request.expensive && reply.error === 'timeout')) {
          remember(key, { reply, at: clock(), took, expensive });
        }
        return reply;
      })
      .finally(() => {
        if (inFlight.get(key)?.call === call) {
          inFlight.delete(key);
        }
      });
    inFlight.set(key, { call, asked });
    return call;
  };
}
