import type { Reply } from '../../http/wire.ts';

const jsonType = 'application/json;charset=UTF-8';

/** A JSON reply. NaN and infinities become text, as on the service. */
export function json(body: unknown, status = 200): Reply {
  return { status, contentType: jsonType, body: jsonText(body) };
}

export function jsonText(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  );
}

export function text(body: string, status = 200): Reply {
  return { status, contentType: 'text/plain;charset=UTF-8', body };
}

/** An unquoted sentence that the service labels as JSON. */
export function mislabelled(body: string, status = 200): Reply {
  return { status, contentType: jsonType, body };
}

/** No body and no content type. */
export function empty(status: number): Reply {
  return { status, contentType: '', body: '' };
}

/** Ends a request with this reply. */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(reply.body);
    this.reply = reply;
  }
}

/** An exception that the service does not catch: a 500 with an error id. */
export class Uncaught extends Error {}
