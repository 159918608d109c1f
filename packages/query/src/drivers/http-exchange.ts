import type { Reply, Request, TransportError } from '../core/io.ts';
import type { Exchange } from './exchange.ts';

export interface HttpOptions {
  /** The service's URL; a path in it is kept. */
  baseUrl: string;
  headers?: Record<string, string>;
  /** Deadline of one call; a proxy in front of the service usually gives up at 30 s. */
  timeoutMs?: number;
  fetch?: typeof fetch;
}

/** Below the 30 s of kube-rbac-proxy and OpenShift routes. */
const DEADLINE_MS = 28_000;
const MAX_REPLY_BYTES = 16 * 1024 * 1024;

class TooLarge extends Error {}

/** Innermost cause: Node hides "ECONNREFUSED" below "fetch failed". */
function causeOf(error: unknown): { code: string; message: string } {
  let code = '';
  let message = '';
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    message = e.message || message;
    if ('code' in e && typeof e.code === 'string') {
      code = e.code;
    }
  }
  return { code, message: message || code };
}

function transportErrorOf(error: unknown, deadline: AbortSignal): TransportError {
  if (error instanceof TooLarge) {
    return 'too large';
  }
  if (deadline.aborted) {
    return 'timeout';
  }
  const { code } = causeOf(error);
  if (
    code.includes('CERT') ||
    code.startsWith('ERR_TLS') ||
    code.startsWith('ERR_SSL') ||
    code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  ) {
    return 'tls';
  }
  return code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'unreachable';
}

/** Reads a body up to the cap: a service that goes on for ever must not fill the memory. */
async function readBody(response: Response): Promise<string> {
  if (response.body === null) {
    return '';
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_REPLY_BYTES) {
      throw new TooLarge(`more than ${String(MAX_REPLY_BYTES / 1024 / 1024)} MB`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** An exchange over HTTP: one call a request, every failure a reply with `error`, never a rejection. */
export function httpExchange(options: HttpOptions): Exchange {
  const base = options.baseUrl.endsWith('/') ? options.baseUrl.slice(0, -1) : options.baseUrl;
  const send = options.fetch ?? fetch;
  return async (request: Request): Promise<Reply> => {
    const deadline = AbortSignal.timeout(options.timeoutMs ?? DEADLINE_MS);
    try {
      const response = await send(base + request.path, {
        method: request.method,
        headers: { ...request.headers, ...options.headers },
        signal: deadline,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      const body = await readBody(response);
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', body };
    } catch (error) {
      return {
        status: 0,
        contentType: '',
        body: '',
        error: transportErrorOf(error, deadline),
        errorMessage: causeOf(error).message,
      };
    }
  };
}
