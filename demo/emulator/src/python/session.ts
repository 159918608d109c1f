import type { Surroundings } from '../dialect.ts';
import type { Clock } from '../clock.ts';
import { Gauges } from '../prometheus/gauges.ts';
import { Schedules } from '../schedule/schedules.ts';
import type { MetricRequest } from './metrics/metric-request.ts';
import type { Storage } from './storage/storage.ts';
import type { StoredModel } from './storage/stored-model.ts';

export interface SchemaColumn {
  name: string;
  type: string;
  index: number;
}

/** What the running process remembers about a model. It is read from storage once and then kept. */
export interface CachedModel {
  inputs: SchemaColumn[];
  outputs: SchemaColumn[];
  observations: number;
  /** Set by the first rows that arrive in this process; schedules of the model wait for it. */
  hasInferences: boolean;
}

/** The process has no such model in storage. The message is the service's. */
export class UnknownModel extends Error {
  constructor(id: string) {
    super(`Error getting metadata for model=${id}: No inference data for dataset=${id}_inputs found.`);
  }
}

/** Everything a restart of the service loses, beside the storage, which it keeps. */
export class Session {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  readonly schedules = new Schedules<MetricRequest>();
  readonly gauges = new Gauges('for good');
  private readonly known = new Set<string>();
  private readonly cache = new Map<string, CachedModel>();

  constructor(storage: Storage, { clock, warn }: Surroundings) {
    this.storage = storage;
    this.clock = clock;
    this.warn = warn;
  }

  get knownModels(): string[] {
    return [...this.known];
  }

  /** Known models that are in storage; with none known, whatever storage has becomes known. */
  verifiedModels(): string[] {
    const verified = this.knownModels.filter((id) => this.isReadable(id));
    if (verified.length > 0) return verified;
    const found = this.storage.ids().filter((id) => this.isReadable(id));
    found.forEach((id) => this.known.add(id));
    return found;
  }

  private isReadable(id: string): boolean {
    try {
      this.cachedModel(id);
      return true;
    } catch (fault) {
      if (fault instanceof UnknownModel) return false;
      throw fault;
    }
  }

  noteRows(id: string, rows: number): void {
    this.known.add(id);
    const cached = this.cache.get(id);
    if (cached) cached.observations += rows;
    this.cachedModel(id).hasInferences = true;
  }

  /** Schema and counts, read from storage on first use. Throws UnknownModel. */
  cachedModel(id: string): CachedModel {
    const cached = this.cache.get(id);
    if (cached) return cached;
    const model = this.storage.find(id);
    if (!model?.inputs || !model.outputs) throw new UnknownModel(id);
    const fresh = readModel(model);
    this.cache.set(id, fresh);
    return fresh;
  }
}

function readModel(model: StoredModel): CachedModel {
  const columns = (dataset: StoredModel['inputs']): SchemaColumn[] =>
    (dataset?.effectiveNames ?? []).map((name, index) => ({ name, index, type: dataset?.types?.[index] ?? 'UNKNOWN' }));
  return {
    inputs: columns(model.inputs),
    outputs: columns(model.outputs),
    observations: model.completeRows,
    hasInferences: false,
  };
}
