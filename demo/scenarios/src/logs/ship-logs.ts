import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BadInput } from '../bad-input.ts';
import { fileNames } from '../files/folder.ts';
import { entryOf } from './envelope.ts';
import { linesOfFile } from './lines-of-file.ts';
import { push } from './push.ts';
import type { LokiAddress } from './push.ts';

export interface ShipOptions {
  /** The folder that `prepare` wrote. */
  dir: string;
  /** Lines of live traffic to follow, until the signal. Absent: it ends with history. */
  logs?: string;
  loki: LokiAddress;
}

const retryMs = 2000;

/**
 * Carries the week's logs to Loki, then those of live traffic as they come. Where Loki does not answer it waits; what
 * Loki refuses is said and left out.
 * @throws BadInput where the folder has no logs
 */
export async function shipLogs(options: ShipOptions, say: (text: string) => void, signal: AbortSignal): Promise<void> {
  const history = join(options.dir, fileNames.logs);
  if (!existsSync(history)) {
    throw new BadInput(`${history} does not exist. Run "prepare --out" with the same folder first.`);
  }
  const begun = Date.now();
  const shipped = await ship(linesOfFile(history), options.loki, { say, signal });
  say(`${shipped} lines of history are in Loki after ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  if (options.logs !== undefined) {
    await ship(linesOfFile(options.logs, signal), options.loki, { say, signal });
  }
}

interface Carrier {
  say: (text: string) => void;
  signal: AbortSignal;
}

async function ship(lots: AsyncGenerator<string[]>, loki: LokiAddress, { say, signal }: Carrier): Promise<number> {
  let shipped = 0;
  let trouble = '';
  for await (const lot of lots) {
    const entries = lot.flatMap((line) => entryOf(line) ?? []);
    let result = await push(loki, entries, signal);
    while (!result.ok && result.retry && !signal.aborted) {
      if (trouble !== result.why) {
        trouble = result.why;
        say(`Loki at ${loki.url} does not take logs: ${trouble}. Trying again.`);
      }
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
      result = await push(loki, entries, signal);
    }
    if (signal.aborted) {
      break;
    }
    if (!result.ok) {
      say(`Loki at ${loki.url} refuses ${entries.length} lines, which are left out: ${result.why}`);
    }
    shipped += result.ok ? entries.length : 0;
    trouble = '';
  }
  return shipped;
}
