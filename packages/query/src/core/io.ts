/**
 * The core does no I/O: an operation is a generator that yields requests (several at once where they are independent)
 * and is resumed with their replies in the same order. Drivers in Node, in tests and in Go run it.
 * A long computation yields no requests now and then: the Go shell limits each step, and lets others take their turn.
 */

export interface Request {
  method: 'GET' | 'POST' | 'DELETE';
  /** Path and query string below the service's URL, already percent-encoded, beginning with "/". */
  path: string;
  headers?: Record<string, string>;
  /** JSON text. */
  body?: string;
  /** Identical requests with the same key share one call and its reply. Absent: method, path and body are the key. */
  cacheKey?: string;
  /** A cached reply this young is good enough. 0 or absent: no cache. */
  minAgeSeconds?: number;
  /** The service computes inside its event loop: at most one such call in flight, never repeated by itself. */
  expensive?: boolean;
  /**
   * Changes the service: never joined, cached or repeated, and what was cached is forgotten afterwards. A driver sends it
   * only for an operation that may write.
   */
  write?: boolean;
}

export type TransportError = 'unreachable' | 'timeout' | 'tls' | 'too large' | 'cancelled';

export interface Reply {
  /** HTTP status; 0 where no reply came. */
  status: number;
  contentType: string;
  /** The body as text; may be empty whatever the status. */
  body: string;
  error?: TransportError;
  /** A detail for people, e.g. "connect ECONNREFUSED 127.0.0.1:8081". */
  errorMessage?: string;
}

export type Operation<T> = Generator<Request[], T, Reply[]>;

/** Whose fault: the service's side ("downstream") or ours ("plugin"). */
export type ErrorSource = 'downstream' | 'plugin';

/** An error with a sentence for people: what, where, what to do next. */
export class CoreError extends Error {
  readonly source: ErrorSource;
  constructor(message: string, source: ErrorSource = 'downstream') {
    super(message);
    this.name = 'CoreError';
    this.source = source;
  }
}

/**
 * What was asked for cannot be: the query, the settings, or the body of a call. Grafana counts such errors, like those of
 * the service, as downstream; "plugin" is for faults of our own code.
 */
export function queryError(message: string): CoreError {
  return new CoreError(message);
}
