import type { FastifyInstance } from 'fastify';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { createServer } from './http/server.ts';
import type { Gauges } from './prometheus/gauges.ts';
import { routes } from './routes/table.ts';
import { tick } from './schedule/tick.ts';
import { Session } from './session.ts';
import { Storage } from './storage/storage.ts';

export interface EmulatorOptions {
  /** Times of stored rows come from here. The system clock by default. */
  clock?: Clock;
  /** Told of schedules that fail and of requests that end in a 500. Silent by default. */
  warn?: (message: string) => void;
}

/** One TrustyAI service of the Python kind. It listens nowhere until `app.listen` is called. */
export interface Emulator {
  /** The HTTP side; tests use `app.inject`. */
  app: FastifyInstance;
  /** One pass of the scheduler over all schedules. Nothing else ever computes them. */
  tick(): void;
  /** The gauges behind `/q/metrics`. */
  gauges(): Gauges;
  /** Starts the process anew on the same storage: schedules, gauges and what was cached are lost. */
  restart(): void;
}

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const clock = options.clock ?? systemClock;
  const warn = options.warn ?? (() => undefined);
  const storage = new Storage();
  let session = new Session(storage, clock);
  const restart = () => {
    session = new Session(storage, clock);
    tick(session, warn);
  };
  restart();
  return {
    app: createServer({ routes, session: () => session, warn }),
    tick: () => tick(session, warn),
    gauges: () => session.gauges,
    restart,
  };
}
