import { reservedPrefix } from '../storage/stored-model.ts';

/** Why a tag may not be used, or undefined. */
export function tagFault(tag: string): string | undefined {
  if (!tag.startsWith(reservedPrefix)) return undefined;
  return (
    `The tag prefix '${reservedPrefix}' is reserved for internal TrustyAI use only. ` +
    `Provided tag '${tag}' violates this restriction.`
  );
}
