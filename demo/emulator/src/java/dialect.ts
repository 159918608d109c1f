import type { Dialect } from '../dialect.ts';
import { createManners } from './http/manners.ts';
import { routes } from './routes/table.ts';
import { tick } from './schedule/tick.ts';
import { Session } from './session.ts';
import type { StorageKind } from './storage/stored-model.ts';
import { Storage } from './storage/storage.ts';

export interface JavaOptions {
  storage: StorageKind;
  /** Rows the service loads at most, and the batch size of requests that name none. */
  batchLimit: number;
}

/** The Java TrustyAI service. */
export function java({ storage: kind, batchLimit }: JavaOptions): Dialect<Storage, Session> {
  return {
    routes,
    manners: createManners(),
    createStorage: () => new Storage(kind),
    begin: (storage, surroundings, { download = false }) =>
      new Session(storage, surroundings, { batchLimit, download }),
    tick,
  };
}
