/** Command line of the scenarios: see `usage` in arguments.ts. */
import { BadInput } from './bad-input.ts';
import { readArguments, usage } from './arguments.ts';
import { collect } from './collect.ts';
import { prepare } from './prepare.ts';
import { startLive } from './live/live.ts';
import type { LiveOptions } from './arguments.ts';

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

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
