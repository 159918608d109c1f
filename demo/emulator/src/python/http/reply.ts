import type { Reply } from '../../http/wire.ts';

/** A JSON reply. NaN and infinities become null, as on the service. */
export function json(body: unknown, status = 200): Reply {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

/** An error the service answers with `{"detail": ...}`. */
export class HttpFault extends Error {
  readonly status: number;
  readonly detail: unknown;
  constructor(status: number, detail: unknown) {
    super(typeof detail === 'string' ? detail : JSON.stringify(detail));
    this.status = status;
    this.detail = detail;
  }
}

/** An exception the service does not catch: 500, text/plain. */
export class Uncaught extends Error {}

export function replyToFault(fault: unknown): Reply {
  if (fault instanceof HttpFault) {
    return json({ detail: fault.detail }, fault.status);
  }
  return { status: 500, contentType: 'text/plain; charset=utf-8', body: 'Internal Server Error' };
}
