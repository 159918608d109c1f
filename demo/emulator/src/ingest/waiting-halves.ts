import type { InferenceRequest, InferenceResponse } from './payload.ts';

/** Request and response halves that still wait for each other, by call id, each with the tag it came with. */
export class WaitingHalves {
  readonly requests = new Map<string, { payload: InferenceRequest; tag: string | null }>();
  readonly responses = new Map<string, { payload: InferenceResponse; tag: string | null }>();
}
