import { open } from 'node:fs/promises';
import type { Emulator } from '../emulator.ts';
import type { History } from '../prometheus/history.ts';
import { BadInput } from './arguments.ts';
import { readReplayLine } from './replay-line.ts';
import type { ReplayLine } from './replay-line.ts';

/** A clock that stands where it is put, until it is let run. */
export class ReplayClock {
  private standing: number | null = null;

  now(): number {
    return this.standing ?? Date.now();
  }

  put(epochMs: number): void {
    this.standing = epochMs;
  }

  letRun(): void {
    this.standing = null;
  }
}

export interface Replay {
  file: string;
  stepMs: number;
  untilMs: number;
  history?: History;
  /** Told how far the replay is, at most every two seconds. */
  progress: (message: string) => void;
}

const progressMs = 2000;

/**
 * Applies the requests of a replay file, each at its own time, with a tick at every multiple of the step from the
 * first request to the end; what the gauges hold after a tick goes into the history. Returns the requests applied.
 */
export async function replay(emulator: Emulator, clock: ReplayClock, options: Replay): Promise<number> {
  const { stepMs, untilMs, history, progress } = options;
  let next: number | undefined;
  let applied = 0;
  let told = Date.now();
  const tickTo = (time: number) => {
    for (; next !== undefined && next <= time; next += stepMs) {
      clock.put(next);
      emulator.tick();
      history?.sample(emulator.gauges(), next);
      if (Date.now() - told > progressMs) {
        told = Date.now();
        progress(`replay: at ${new Date(next).toISOString()}, ${applied} requests applied`);
      }
    }
  };
  let last = -Infinity;
  for await (const { line, number } of lines(options.file)) {
    if (line.at > untilMs) break;
    if (line.at < last) throw new BadInput(`Line ${number} of the replay file is earlier than the one before it.`);
    last = line.at;
    next ??= Math.ceil(line.at / stepMs) * stepMs;
    // A tick at the very time of a request comes after it.
    tickTo(Math.ceil(line.at) - 1);
    clock.put(line.at);
    await apply(emulator, line, number);
    applied += 1;
  }
  tickTo(untilMs);
  clock.letRun();
  return applied;
}

/** How old the end of a replay may be and still be carried on to the present. */
const carriedOnMs = 3_600_000;

/**
 * Carries the history on from the end of the replay to `now`: what a scrape would have found meanwhile. Prometheus looks
 * back five minutes; a longer gap before the first scrape would be a hole in every chart. A replay that ended long ago
 * stays as it is.
 */
export function carryOn(emulator: Emulator, history: History, { stepMs, untilMs }: Replay, now: number): void {
  if (now - untilMs > carriedOnMs) {
    return;
  }
  const gauges = emulator.gauges();
  for (let time = (Math.floor(untilMs / stepMs) + 1) * stepMs; time <= now; time += stepMs) {
    history.sample(gauges, time);
  }
}

async function apply(emulator: Emulator, line: ReplayLine, number: number): Promise<void> {
  const { method, path, headers, body } = line;
  const reply = await emulator.app.inject({
    method,
    url: path,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  });
  if (reply.statusCode < 400) return;
  const said = reply.body.slice(0, 300);
  throw new BadInput(
    `Line ${number} of the replay file (${method} ${path}) was refused with ${reply.statusCode}: ${said}`
  );
}

async function* lines(file: string): AsyncGenerator<{ line: ReplayLine; number: number }> {
  const handle = await open(file).catch((fault: unknown) => {
    throw new BadInput(`The replay file ${file} cannot be read: ${fault instanceof Error ? fault.message : fault}.`);
  });
  let number = 0;
  for await (const text of handle.readLines()) {
    number += 1;
    if (text.trim() !== '') yield { line: readReplayLine(text, number), number };
  }
}
