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
 * Runs an operation of the core against a TrustyAI service over HTTP, as the Go shell does: identical calls joined and
 * cached for all callers with the same URL and headers, one expensive call in flight, 28 s a call, 16 MB a reply.
 * @throws CoreError with a sentence for people and its source
 */
export function runOperation<K extends keyof Outputs>(
  operation: K,
  input: unknown,
  context: unknown,
  options: HttpOptions
): Promise<Outputs[K]> {
  return runOver(exchangeFor(options), operation, input, context);
}
