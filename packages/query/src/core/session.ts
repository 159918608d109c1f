import { CoreError } from './io.ts';
import type { ErrorSource, Operation, Reply, Request } from './io.ts';
import { ShapeError } from './json.ts';

/** What one step of an operation leads to. */
export type Step<T> = { requests: Request[] } | { done: T } | { error: { message: string; source: ErrorSource } };

/** A running operation: give it the replies to the requests of the step before, the first time none. */
export interface Session<T> {
  step(replies: Reply[]): Step<T>;
}

function errorStep(error: unknown): { error: { message: string; source: ErrorSource } } {
  if (error instanceof CoreError) {
    return { error: { message: error.message, source: error.source } };
  }
  if (error instanceof ShapeError) {
    return { error: { message: `The data source was given a wrong input: ${error.message}.`, source: 'downstream' } };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    error: { message: `The data source failed by a fault of its own (${detail}). Please report it.`, source: 'plugin' },
  };
}

/** Runs an operation step by step and turns every throw into an error step: a driver never has to catch. */
export function sessionOf<T>(start: () => Operation<T>): Session<T> {
  let operation: Operation<T> | undefined;
  let ended = false;
  return {
    step(replies) {
      try {
        if (ended) {
          throw new CoreError('The operation has ended already. This is a fault of the driver.', 'plugin');
        }
        if (operation === undefined) {
          operation = start();
        }
        const result = operation.next(replies);
        if (result.done === true) {
          ended = true;
          return { done: result.value };
        }
        return { requests: result.value };
      } catch (error) {
        ended = true;
        return errorStep(error);
      }
    },
  };
}
