import { start } from '../engine.ts';
import type { Outputs } from '../engine.ts';
import { CoreError } from '../core/io.ts';
import type { Reply, Request } from '../core/io.ts';

/** Answers requests: over HTTP, from recordings, from a table in a test. */
export type Exchange = (request: Request) => Promise<Reply>;

/**
 * Runs an operation to its end over any exchange. Independent requests of one step go out together.
 * @throws CoreError where the operation ends in an error
 */
export async function runOver<K extends keyof Outputs>(
  exchange: Exchange,
  operation: K,
  input: unknown,
  context: unknown
): Promise<Outputs[K]> {
  const session = start(operation, input, context);
  let replies: Reply[] = [];
  for (;;) {
    const step = session.step(replies);
    if ('done' in step) {
      return step.done;
    }
    if ('error' in step) {
      throw new CoreError(step.error.message, step.error.source);
    }
    replies = await Promise.all(step.requests.map(exchange));
  }
}
