import { ask } from '../../core/ask.ts';
import { attempt } from '../../core/attempt.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation, Reply } from '../../core/io.ts';
import { decodeTags } from '../../service/decode-info.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { Tag } from '../../service/model.ts';
import { TAGS } from '../../service/requests.ts';

/** Whose reference should be known: a schedule, a query, a published number. */
export interface Compared {
  model?: string;
  referenceTag?: string;
}

/** Tags by model, or the sentence why there are none. */
export type Tags = { value: Map<string, Tag[]> } | { failure: string };

const decode = (reply: Reply): Tags => attempt(() => decodeReply(TAGS, reply, decodeTags));

/**
 * Row counts by model from a reply to TAGS, which may be ten minutes old. A reference that is not among them may have come
 * since, with a new version of the model: then younger ones, a minute old at most.
 */
export function* readTags(reply: Reply, compared: readonly Compared[]): Operation<Tags> {
  const tags = decode(reply);
  if (
    'failure' in tags ||
    compared.every(
      ({ model = '', referenceTag: tag }) =>
        tag === undefined || tags.value.get(model)?.some(({ name }) => name === tag)
    )
  ) {
    return tags;
  }
  const young = decode(yield* ask({ ...TAGS, minAgeSeconds: 60 }));
  return 'value' in young ? young : tags;
}

/**
 * The tags of one model.
 * @throws CoreError where they cannot be read
 */
export function* tagsOf(model: string, referenceTag?: string): Operation<Tag[]> {
  const tags = yield* readTags(yield* ask(TAGS), [{ model, referenceTag }]);
  if ('failure' in tags) {
    throw new CoreError(tags.failure);
  }
  return tags.value.get(model) ?? [];
}
