/** Stands in for a training pipeline: `main.ts --config FILE --state FILE --port N`; demo/start starts it. */
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { pipeline } from './pipeline.ts';
import { Runs } from './runs.ts';
import { trainerServer } from './server.ts';

const text = { type: 'string' } as const;

async function main(): Promise<void> {
  const { config, state, port } = parseArgs({ options: { config: text, state: text, port: text } }).values;
  if (config === undefined || state === undefined || port === undefined) {
    throw new Error('Needs --config FILE --state FILE --port N.');
  }
  const settings = readConfig(config);
  const runs = new Runs(state, (run, at) => pipeline(run, settings, at), process.env.SOUNDCHECK_RETRAIN_TOKEN ?? '');
  const server = trainerServer(runs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(0));
  }
  const address = await server.listen({ host: '127.0.0.1', port: Number(port) });
  console.log(`Training pipeline stand-in: ${address}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
