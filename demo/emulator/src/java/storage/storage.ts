import { WaitingHalves } from '../../storage/waiting-halves.ts';
import type { Tensor } from '../ingest/tensor.ts';
import type { Schema } from './schema.ts';
import { StoredModel } from './stored-model.ts';
import type { StorageKind, TensorNames } from './stored-model.ts';

/** Tensors of the request half of a call. */
export interface WaitingRequest {
  inputs: Tensor[];
  synthetic: boolean;
}

/** Tensors of the response half. `keepsNames`: the model's tensors are called what they were called in its first call. */
export interface WaitingResponse {
  outputs: Tensor[];
  keepsNames: boolean;
  modelId: string | null;
}

/** What outlives a restart of the service: all models by id, and half calls still waiting for their other half. */
export class Storage {
  readonly waiting = new WaitingHalves<WaitingRequest, WaitingResponse>();
  readonly kind: StorageKind;
  private readonly models = new Map<string, StoredModel>();

  constructor(kind: StorageKind) {
    this.kind = kind;
  }

  get ids(): string[] {
    return [...this.models.keys()];
  }

  find(id: string | null): StoredModel | undefined {
    return id === null ? undefined : this.models.get(id);
  }

  findOrAdd(id: string, schema: Schema, tensors: TensorNames): StoredModel {
    const model = this.models.get(id) ?? new StoredModel(schema, tensors, this.kind);
    this.models.set(id, model);
    return model;
  }
}
