import type { Dialect } from '../dialect.ts';
import { manners } from './http/manners.ts';
import { healthRoutes } from './routes/health.ts';
import { routes } from './routes/table.ts';
import { tick } from './schedule/tick.ts';
import { Session } from './session.ts';
import { Storage } from './storage/storage.ts';

export interface PythonOptions {
  /** Only the routes of the service's second port, which tells its health. */
  healthOnly: boolean;
}

/** The Python TrustyAI service. Its scheduler makes a first pass as the process starts. */
export function python({ healthOnly }: PythonOptions): Dialect<Storage, Session> {
  return {
    routes: healthOnly ? healthRoutes : routes,
    manners,
    createStorage: () => new Storage(),
    begin: (storage, surroundings) => {
      const session = new Session(storage, surroundings);
      tick(session);
      return session;
    },
    tick,
  };
}
