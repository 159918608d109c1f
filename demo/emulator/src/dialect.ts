import type { Clock } from './clock.ts';
import type { Manners } from './http/manners.ts';
import type { Route } from './http/route.ts';
import type { Gauges } from './prometheus/gauges.ts';

export type DialectName = 'python' | 'java';

/** What a process needs from outside. */
export interface Surroundings {
  /** Times of stored rows come from here. */
  clock: Clock;
  /** Told of schedules that fail. */
  warn: (message: string) => void;
}

/** What can be switched on at the start of the process. */
export interface Switches {
  /** Java only: rows can be downloaded. Off by default. */
  download?: boolean;
}

/**
 * One implementation of the TrustyAI service. The storage outlives a restart; the session is what the process
 * remembers, and a restart begins a new one on the same storage.
 */
export interface Dialect<Storage, Session extends { gauges: Gauges }> {
  routes: readonly Route<Session>[];
  manners: Manners;
  createStorage(): Storage;
  begin(storage: Storage, surroundings: Surroundings, switches: Switches): Session;
  /** One pass of the scheduler over all schedules. */
  tick(session: Session): void;
}
