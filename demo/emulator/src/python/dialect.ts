import type { Dialect } from '../dialect.ts';
import { manners } from './http/manners.ts';
import { routes } from './routes/table.ts';
import { tick } from './schedule/tick.ts';
import { Session } from './session.ts';
import { Storage } from './storage/storage.ts';

/** The Python TrustyAI service. Its scheduler makes a first pass as the process starts. */
export const python: Dialect<Storage, Session> = {
  routes,
  manners,
  createStorage: () => new Storage(),
  begin: (storage, surroundings) => {
    const session = new Session(storage, surroundings);
    tick(session);
    return session;
  },
  tick,
};
