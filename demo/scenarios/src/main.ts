/** Command line of the scenarios: see `usage` in arguments.ts. */
import { BadInput } from './bad-input.ts';
import { readArguments, usage } from './arguments.ts';
import { prepare } from './prepare.ts';
import { startLive } from './live/live.ts';

async function main(args: string[]): Promise<void> {
  const options = readArguments(args);
  if (options.command === 'help') {
    console.log(usage);
  } else if (options.command === 'prepare') {
    for (const sentence of await prepare(options)) {
      console.log(sentence);
    }
  } else {
    const live = await startLive(options, (sentence) => console.log(sentence));
    let stopping = false;
    const stop = () => {
      if (!stopping) {
        stopping = true;
        void live.stop().then(() => process.exit(0));
      }
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  }
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
