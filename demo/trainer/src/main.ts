/** Stands in for a training pipeline; demo/start and docker-compose.yml start it. */
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { pipeline } from './pipeline.ts';
import { Runs } from './runs.ts';
import { trainerServer } from './server.ts';

const text = { type: 'string' } as const;

async function main(): Promise<void> {
  const options = { config: text, state: text, port: text, host: { ...text, default: '127.0.0.1' } } as const;
  const { config, state, port, host } = parseArgs({ options }).values;
  if (config === undefined || state === undefined || port === undefined) {
    throw new Error('Needs --config FILE --state FILE --port N, and takes --host NAME (127.0.0.1).');
  }
  const settings = readConfig(config);
  const runs = new Runs(state, (run, at) => pipeline(run, settings, at), process.env.SOUNDCHECK_RETRAIN_TOKEN ?? '');
  const server = trainerServer(runs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(0));
  }
  const address = await server.listen({ host, port: Number(port) });
  console.log(`Training pipeline stand-in: ${address}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
