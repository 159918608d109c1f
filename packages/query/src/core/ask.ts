import { CoreError } from './io.ts';
import type { Operation, Reply, Request } from './io.ts';

/** Asks several independent requests at once; replies come in the same order. */
export function* askAll(requests: Request[]): Operation<Reply[]> {
  if (requests.length === 0) {
    return [];
  }
  const replies = yield requests;
  if (replies.length !== requests.length) {
    throw new CoreError(
      `The driver gave ${String(replies.length)} replies to ${String(requests.length)} requests. This is a fault of the data source, please report it.`,
      'plugin'
    );
  }
  return replies;
}

/** Asks one request. */
export function* ask(request: Request): Operation<Reply> {
  const [reply] = yield* askAll([request]);
  if (reply === undefined) {
    throw new CoreError('The driver gave no reply. This is a fault of the data source, please report it.', 'plugin');
  }
  return reply;
}
