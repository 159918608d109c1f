import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** What is wrong with the arguments, in a sentence. */
export class UsageError extends Error {}

/**
 * Arguments of a command by Node's `parseArgs`.
 * @throws UsageError in its words
 */
export function parseArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
