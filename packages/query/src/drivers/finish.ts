import type { Operation } from '../core/io.ts';

/** Runs an operation that asks nobody to its end, for tests. Throws where it asks. */
export function finish<T>(operation: Operation<T>): { value: T; steps: number } {
  for (let steps = 1; ; steps += 1) {
    const result = operation.next([]);
    if (result.done === true) {
      return { value: result.value, steps };
    }
    if (result.value.length > 0) {
      throw new Error(`The operation asks for ${result.value.map(({ path }) => path).join(', ')}.`);
    }
  }
}
