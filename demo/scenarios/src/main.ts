/** Command line of the scenarios: see `usage` in arguments.ts. */
import { BadInput } from './bad-input.ts';
import { readArguments, usage } from './arguments.ts';
import { collect } from './collect.ts';
import { shipLogs } from './logs/ship-logs.ts';
import { prepare } from './prepare.ts';
import { startLive } from './live/live.ts';
import type { LiveOptions, ShipLogsOptions } from './arguments.ts';

async function main(args: string[]): Promise<void> {
  const options = readArguments(args);
  if (options.command === 'help') {
    console.log(usage);
  } else if (options.command === 'prepare') {
    for (const sentence of await prepare(options)) {
      console.log(sentence);
    }
  } else if (options.command === 'collect') {
    console.log(collect(options));
  } else if (options.command === 'ship-logs') {
    await ship(options);
  } else {
    await live(options);
  }
}

/** Plays until SIGTERM or SIGINT; both are listened for before anything is said, so that none is missed. */
async function live(options: LiveOptions): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('SIGINT', resolve);
  });
  const running = await startLive(options, (sentence) => console.log(sentence));
  await signalled;
  await running.stop();
}

/** Carries logs until SIGTERM or SIGINT. */
async function ship(options: ShipLogsOptions): Promise<void> {
  const ending = new AbortController();
  process.on('SIGTERM', () => ending.abort());
  process.on('SIGINT', () => ending.abort());
  await shipLogs(options, (sentence) => console.log(sentence), ending.signal);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
