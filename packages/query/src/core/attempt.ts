import { CoreError } from './io.ts';

/** A value, or the sentence of the CoreError that stood in its way; any other error is a fault and goes on. */
export function attempt<T>(run: () => T): { value: T } | { failure: string } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof CoreError) {
      return { failure: error.message };
    }
    throw error;
  }
}
