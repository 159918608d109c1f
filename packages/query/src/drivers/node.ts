import { CoreError } from '../core/io.ts';
import type { Outputs } from '../engine.ts';
import { runOver } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { httpExchange } from './http-exchange.ts';
import type { HttpOptions } from './http-exchange.ts';
import { sharedExchange } from './shared-exchange.ts';

export { runOver } from './exchange.ts';
export type { Outputs } from '../engine.ts';
export type { Exchange } from './exchange.ts';
export { httpExchange } from './http-exchange.ts';
export type { HttpOptions } from './http-exchange.ts';
export { sharedExchange } from './shared-exchange.ts';

/** One shared exchange a service and identity, for the life of the process. */
const exchanges = new Map<string, Exchange>();

function exchangeFor(options: HttpOptions): Exchange {
  if (options.fetch) {
    return sharedExchange(httpExchange(options));
  }
  const key = JSON.stringify([options.baseUrl, options.headers ?? {}, options.timeoutMs ?? 0]);
  const known = exchanges.get(key);
  if (known) {
    return known;
  }
  const made = sharedExchange(httpExchange(options));
  exchanges.set(key, made);
  return made;
}

/**
 * Lets through what the operation may send: reading, and computing in the service; changes only where `mayWrite`.
 * The core asks for a change only from schedules/create and schedules/delete; this holds it whatever the core does.
 */
function guarded(exchange: Exchange, mayWrite: boolean): Exchange {
  return (request) => {
    const changes = request.write === true || (request.method !== 'GET' && request.expensive !== true);
    if (changes && !mayWrite) {
      throw new CoreError(
        `${request.method} ${request.path} would change TrustyAI, and this operation may only read.`,
        'plugin'
      );
    }
    return exchange(request);
  };
}

/**
 * Runs an operation of the core against a TrustyAI service over HTTP, as the Go shell does: identical calls joined and
 * cached for all callers with the same URL and headers, one expensive call in flight, 28 s a call, 16 MB a reply.
 * @param options.mayWrite the caller has checked role and setting; absent: reading only
 * @throws CoreError with a sentence for people and its source
 */
export function runOperation<K extends keyof Outputs>(
  operation: K,
  input: unknown,
  context: unknown,
  options: HttpOptions & { mayWrite?: boolean }
): Promise<Outputs[K]> {
  return runOver(guarded(exchangeFor(options), options.mayWrite === true), operation, input, context);
}
