import { dictionary, list, model, nullable } from '../check/composites.ts';
import { text } from '../check/scalars.ts';
import { tensor } from './tensor.ts';
import type { Tensor } from './tensor.ts';

/** The request half of a KServe v2 call. */
export interface InferenceRequest {
  id: string | null;
  parameters: Record<string, string> | null;
  inputs: Tensor[];
}

/** The response half of a KServe v2 call. */
export interface InferenceResponse {
  id: string | null;
  model_name: string | null;
  parameters: Record<string, string> | null;
  outputs: Tensor[];
}

export const inferenceRequest = model<InferenceRequest & { outputs: Tensor[] | null }>((field) => ({
  id: field.optional('id', nullable(text), null),
  parameters: field.optional('parameters', nullable(dictionary(text)), null),
  inputs: field.required('inputs', list(tensor)),
  outputs: field.optional('outputs', nullable(list(tensor)), null),
}));

export const inferenceResponse = model<InferenceResponse & { model_version: string | null }>((field) => ({
  model_name: field.optional('model_name', nullable(text), null),
  model_version: field.optional('model_version', nullable(text), null),
  id: field.optional('id', nullable(text), null),
  parameters: field.optional('parameters', nullable(dictionary(text)), null),
  outputs: field.required('outputs', list(tensor)),
}));
