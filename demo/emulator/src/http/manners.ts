import type { Reply, WireRequest } from './wire.ts';

/** How a service answers what its routes do not: each of the two implementations has its own ways. */
export interface Manners {
  /** No route has the path. */
  notFound(request: WireRequest): Reply;
  /** The path has other methods. */
  methodNotAllowed(request: WireRequest, allowed: readonly string[]): Reply;
  /** A route threw. */
  fault(fault: unknown): Reply;
  /** Headers that every reply to this request gets. */
  headers?(request: WireRequest): Record<string, string>;
  /** An answer given before any route is asked. */
  before?(request: WireRequest): Reply | undefined;
  /** The request body made ready for the routes, or the refusal of it. */
  body(request: WireRequest): Promise<Buffer | Reply>;
}
