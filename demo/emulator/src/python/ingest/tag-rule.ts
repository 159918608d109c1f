import { reservedPrefix } from '../storage/stored-model.ts';

/** Why a tag may not be used, or undefined. */
export function tagFault(tag: string): string | undefined {
  if (tag.trim() === '') return 'Tag name cannot be empty or whitespace-only';
  if (tag.startsWith(reservedPrefix)) {
    return (
      `The tag prefix '${reservedPrefix}' is reserved for internal TrustyAI use only. ` +
      `Provided tag '${tag}' violates this restriction.`
    );
  }
  return undefined;
}
