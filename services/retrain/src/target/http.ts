import { call } from './call.ts';
import type { Credentials } from './call.ts';
import type { Order, Target } from './target.ts';
import { fillJson, fillUrl } from './template.ts';

export interface HttpOptions {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** JSON text with {{placeholders}}; absent: all of them as an object. */
  body?: string;
  idempotent: boolean;
  credentials: Credentials;
}

/** Any URL. The header `Idempotency-Key` is the run id. */
export function httpTarget(options: HttpOptions): Target {
  const { method, idempotent, credentials } = options;
  return {
    kind: 'http',
    idempotent,
    async start(order) {
      const body =
        options.body === undefined ? JSON.stringify(fieldsOf(order)) : fillJson(options.body, fieldsOf(order));
      const headers = { 'idempotency-key': order.runId, ...options.headers };
      // 409: it knows the run id already.
      const accept = idempotent ? [409] : [];
      await call({ method, url: fillUrl(options.url, fieldsOf(order)), headers, body, credentials }, accept);
      return {};
    },
  };
}

/** What targets are told, under the names of the placeholders. */
export function fieldsOf(order: Order) {
  const { runId, namespace, model, modelVersion, features, callbackUrl = '' } = order;
  return { runId, namespace, model, modelVersion, features, callbackUrl };
}
