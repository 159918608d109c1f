import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { BadInput, readArguments, usage } from './cli/arguments.ts';
import type { Arguments, HistoryOptions } from './cli/arguments.ts';
import { carryOn, replay, ReplayClock } from './cli/replay.ts';
import type { Replay } from './cli/replay.ts';
import { createEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { History } from './prometheus/history.ts';

const say = (message: string) => console.log(`emulator: ${message}`);
const dialectWords = { python: 'Python', java: 'Java' };
const warn = (message: string) => console.error(`emulator: ${message}`);

try {
  const args = readArguments(process.argv.slice(2), Date.now());
  if (args) await run(args);
  else console.log(usage);
} catch (fault) {
  if (!(fault instanceof BadInput)) throw fault;
  warn(fault.message);
  process.exit(1);
}

async function run(args: Arguments): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  const { dialect, storage, download, healthOnly } = args;
  const clock = new ReplayClock();
  const emulator = createEmulator({ dialect, storage, download, healthOnly, clock, warn: once(warn) });
  if (args.replay !== undefined) await playBack(emulator, clock, { file: args.replay, history: args.history });
  await listen(emulator, args);
  say(
    `this is an emulator of the TrustyAI service (${dialectWords[dialect]} dialect), for trying out and testing only`
  );
  setInterval(() => emulator.tick(), args.scheduleMs);
  process.on('SIGHUP', () => {
    emulator.restart();
    say('restarted on the same storage: schedules are forgotten, as a new pod forgets them');
  });
}

async function playBack(
  emulator: Emulator,
  clock: ReplayClock,
  { file, history: options }: { file: string; history: HistoryOptions | undefined }
): Promise<void> {
  const history = options ? new History(options.labels) : undefined;
  const order: Replay = {
    file,
    stepMs: options?.stepMs ?? 240_000,
    untilMs: options?.untilMs ?? Date.now(),
    ...(history ? { history } : {}),
    progress: say,
  };
  const requests = await replay(emulator, clock, order);
  if (options && history) {
    carryOn(emulator, history, order, Date.now());
    await writeHistory(history, options.out);
    say(`replayed ${requests} requests and wrote ${history.samples} samples to ${options.out}`);
  } else {
    say(`replayed ${requests} requests`);
  }
}

async function writeHistory(history: History, path: string): Promise<void> {
  const out = createWriteStream(path);
  const written = finished(out);
  try {
    await Promise.race([history.write(out), written]);
    out.end();
    await written;
  } catch (fault) {
    throw new BadInput(`The history cannot be written to ${path}: ${fault instanceof Error ? fault.message : fault}.`);
  }
}

async function listen(emulator: Emulator, { host, port }: Arguments): Promise<void> {
  try {
    const address = await emulator.app.listen({ host, port });
    console.log(`emulator listening on ${address}`);
  } catch (fault) {
    const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
    const why = taken ? 'is taken; choose another with --port' : `cannot be used: ${fault}`;
    throw new BadInput(`Port ${port} on ${host} ${why}.`);
  }
}

/** Passes on each different message once: a schedule that fails does so at every tick. */
function once(tell: (message: string) => void): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    tell(message);
  };
}
