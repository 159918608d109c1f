import { CoreError } from './io.ts';
import type { Operation, Reply, Request } from './io.ts';

/** One reply a request. */
type RepliesTo<T extends readonly Request[]> = Reply[] & { [K in keyof T]: Reply };

function answer<T extends readonly Request[]>(replies: Reply[], requests: T): replies is RepliesTo<T> {
  return replies.length === requests.length;
}

/**
 * Asks several independent requests at once; replies come in the same order.
 * @throws CoreError of source "plugin" where the driver gives more or fewer
 */
export function* askAll<const T extends readonly Request[]>(requests: T): Operation<RepliesTo<T>> {
  const replies = requests.length === 0 ? [] : yield [...requests];
  if (!answer(replies, requests)) {
    throw new CoreError(
      `The driver gave ${replies.length} replies to ${requests.length} requests. This is a fault of the data source, please report it.`,
      'plugin'
    );
  }
  return replies;
}

/** Asks one request. */
export function* ask(request: Request): Operation<Reply> {
  const [reply] = yield* askAll([request]);
  return reply;
}
