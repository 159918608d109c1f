import { WaitingHalves } from '../../storage/waiting-halves.ts';
import type { Tensor } from '../ingest/tensor.ts';
import type { Schema } from './schema.ts';
import { StoredModel } from './stored-model.ts';

/** Tensors of one half of a call; null for a half that could not be read. */
export interface WaitingRequest {
  inputs: Tensor[];
  synthetic: boolean;
}

export interface WaitingResponse {
  outputs: Tensor[];
  modelId: string | null;
}

/** What outlives a restart of the service: all models by id, and half calls still waiting for their other half. */
export class Storage {
  readonly waiting = new WaitingHalves<WaitingRequest, WaitingResponse>();
  private readonly models = new Map<string, StoredModel>();

  find(id: string | null): StoredModel | undefined {
    return id === null ? undefined : this.models.get(id);
  }

  findOrAdd(id: string, schema: Schema): StoredModel {
    const model = this.models.get(id) ?? new StoredModel(schema);
    this.models.set(id, model);
    return model;
  }
}
