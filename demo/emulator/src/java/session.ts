import type { Clock } from '../clock.ts';
import type { Surroundings } from '../dialect.ts';
import { Gauges } from '../prometheus/gauges.ts';
import { Schedules } from '../schedule/schedules.ts';
import { hashOrder } from './hash-order.ts';
import type { ScheduledMetric } from './metrics/scheduled-metric.ts';
import type { Storage } from './storage/storage.ts';

export interface SessionOptions {
  /** Rows the service loads at most, and the batch size of requests that name none. */
  batchLimit: number;
  /** Rows can be downloaded. */
  download: boolean;
}

/** Everything a restart of the service loses, beside the storage, which it keeps. */
export class Session {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  readonly batchLimit: number;
  readonly download: boolean;
  readonly schedules = new Schedules<ScheduledMetric>();
  readonly gauges = new Gauges('while shown');
  private readonly known: Set<string>;

  constructor(storage: Storage, { clock, warn }: Surroundings, options: SessionOptions) {
    this.storage = storage;
    this.known = new Set(storage.kind === 'database' ? storage.ids : []);
    this.clock = clock;
    this.warn = warn;
    this.batchLimit = options.batchLimit;
    this.download = options.download;
  }

  /** Models that have had rows since the process started; in a database those found at the start, too. */
  get knownModels(): string[] {
    return hashOrder(this.known);
  }

  isKnown(id: string): boolean {
    return this.known.has(id);
  }

  noteRows(id: string): void {
    this.known.add(id);
  }
}
