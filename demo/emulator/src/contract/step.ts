import type { Switches } from '../dialect.ts';
import type { EmulatorOptions } from '../emulator.ts';

/** A call that brings about what the recordings presuppose but do not contain. */
export interface Filler {
  method: 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body: unknown;
}

/** What happens to the service between two recorded exchanges. */
export type Step =
  | { do: 'fresh'; options?: Pick<EmulatorOptions, 'storage' | 'download'> }
  | { do: 'restart'; switches?: Switches }
  | { do: 'tick' }
  | { do: 'time'; at: number }
  | { do: 'call'; call: Filler }
  /** Deletes all schedules of a metric for a model, whatever their ids. */
  | { do: 'unschedule'; metric: string; model: string };

export const tick: Step = { do: 'tick' };
export const restart: Step = { do: 'restart' };
export const fresh: Step = { do: 'fresh' };
export const time = (at: number): Step => ({ do: 'time', at });
export const calls = (list: readonly Filler[]): Step[] => list.map((call) => ({ do: 'call', call }));

export const creditModel = 'gaussian-credit-model';

/** POST …/request of a metric on the credit model. */
export function schedule(metric: string, fields: Record<string, unknown>): Filler {
  const body = { modelId: creditModel, referenceTag: 'TRAINING', ...fields };
  return { method: 'POST', path: `/metrics/${metric}/request`, body };
}

/** An upload of a small model: input and output tensors as given. */
export function upload(name: string, inputs: unknown[], outputs: unknown[], tag?: string): Filler {
  return {
    method: 'POST',
    path: '/data/upload',
    body: { model_name: name, data_tag: tag, request: { inputs }, response: { outputs } },
  };
}
