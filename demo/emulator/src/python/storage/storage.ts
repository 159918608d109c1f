import { WaitingHalves } from '../../storage/waiting-halves.ts';
import type { InferenceRequest, InferenceResponse } from '../ingest/payload.ts';
import { StoredModel } from './stored-model.ts';

/** A half call with the tag it came with. */
interface Tagged<Payload> {
  payload: Payload;
  tag: string | null;
}

/** What outlives a restart of the service: all models by id, and half calls still waiting for their other half. */
export class Storage {
  readonly waiting = new WaitingHalves<Tagged<InferenceRequest>, Tagged<InferenceResponse>>();
  private readonly models = new Map<string, StoredModel>();

  find(id: string): StoredModel | undefined {
    const model = this.models.get(id);
    return model && (model.inputs || model.outputs || model.blocks.rows > 0) ? model : undefined;
  }

  findOrAdd(id: string): StoredModel {
    const model = this.models.get(id) ?? new StoredModel();
    this.models.set(id, model);
    return model;
  }

  ids(): string[] {
    return [...this.models.keys()].filter((id) => this.find(id));
  }
}
