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
  return decodeJson(request, json, decode);
}

/** The second half of `decodeReply`, for a reply that is decoded in parts. */
export function decodeJson<T>(request: Request, json: unknown, decode: (json: unknown) => T): T {
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
