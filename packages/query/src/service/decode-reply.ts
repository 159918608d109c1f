import { CoreError } from '../core/io.ts';
import type { Reply, Request } from '../core/io.ts';
import { ShapeError } from '../core/json.ts';
import { errorOf, placeOf } from './reply-errors.ts';

/** Body of a successful reply as text. Throws a CoreError for anything else. */
export function textOf(request: Request, reply: Reply): string {
  const error = errorOf(request, reply);
  if (error) {
    throw error;
  }
  return reply.body;
}

/**
 * Decodes the JSON body of a reply by one of the decoders of this folder.
 * @throws CoreError with a sentence for transport errors, bad statuses, web pages, no JSON and JSON of a wrong shape
 */
export function decodeReply<T>(request: Request, reply: Reply, decode: (json: unknown) => T): T {
  const text = textOf(request, reply);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CoreError(
      `${placeOf(request)} did not answer with JSON. Check that the URL in the data source settings is that of a TrustyAI service.`
    );
  }
  try {
    return decode(json);
  } catch (error) {
    if (error instanceof ShapeError) {
      throw new CoreError(
        `${placeOf(request)} answered with JSON of an unexpected shape: ${error.message}. Check that the URL is that of a TrustyAI service, and its version.`
      );
    }
    throw error;
  }
}
