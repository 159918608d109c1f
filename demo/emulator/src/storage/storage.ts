import { WaitingHalves } from '../ingest/waiting-halves.ts';
import { StoredModel } from './stored-model.ts';

/** What outlives a restart of the service: all models by id, and half calls still waiting for their other half. */
export class Storage {
  readonly waiting = new WaitingHalves();
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
