import type { FastifyInstance } from 'fastify';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Dialect, DialectName, Surroundings, Switches } from './dialect.ts';
import { createServer } from './http/server.ts';
import { java } from './java/dialect.ts';
import type { Gauges } from './prometheus/gauges.ts';
import type { StorageKind } from './java/storage/stored-model.ts';
import { python } from './python/dialect.ts';

export interface EmulatorOptions extends Switches {
  /** Which of the two implementations of the service answers; Python by default. */
  dialect?: DialectName;
  /** Python only: answer health and nothing else, as the service's second port does. */
  healthOnly?: boolean;
  /** Java only: where rows are kept; in files by default. */
  storage?: StorageKind;
  /** Java only: rows the service loads at most, its SERVICE_BATCH_SIZE; 5000 by default. */
  batchLimit?: number;
  /** Times of stored rows come from here. The system clock by default. */
  clock?: Clock;
  /** Told of schedules that fail and of requests that end in a 500. Silent by default. */
  warn?: (message: string) => void;
}

/** One TrustyAI service. It listens nowhere until `app.listen` is called. */
export interface Emulator {
  /** The HTTP side; tests use `app.inject`. */
  app: FastifyInstance;
  /** One pass of the scheduler over all schedules. Nothing else ever computes them. */
  tick(): void;
  /** The gauges behind `/q/metrics`. */
  gauges(): Gauges;
  /** Starts the process anew on the same storage, with other switches if given; what only it remembered is lost. */
  restart(switches?: Switches): void;
}

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const surroundings = { clock: options.clock ?? systemClock, warn: options.warn ?? (() => undefined) };
  return options.dialect === 'java'
    ? run(java({ storage: options.storage ?? 'files', batchLimit: options.batchLimit ?? 5000 }), surroundings, options)
    : run(python({ healthOnly: options.healthOnly ?? false }), surroundings, options);
}

function run<Storage, Session extends { gauges: Gauges }>(
  dialect: Dialect<Storage, Session>,
  surroundings: Surroundings,
  switches: Switches
): Emulator {
  const { routes, manners } = dialect;
  const storage = dialect.createStorage();
  let session = dialect.begin(storage, surroundings, switches);
  return {
    app: createServer({ routes, manners, session: () => session, warn: surroundings.warn }),
    tick: () => dialect.tick(session),
    gauges: () => session.gauges,
    restart: (changed = switches) => {
      session = dialect.begin(storage, surroundings, changed);
    },
  };
}
