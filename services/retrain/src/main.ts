import { parseArgs } from 'node:util';
import { loadConfig } from './config/load.ts';
import { startGateway } from './gateway.ts';
import { Problem, reasonOf } from './problem.ts';

const usage = `soundcheck-retrain --config retrain.yaml

Takes alerts from Grafana and Alertmanager and starts a training pipeline: one run an incident, none lost.
  --config FILE   the configuration; services/retrain/README.md shows every field
  --check         only says whether the configuration is right
  --help          this text`;

const options = {
  config: { type: 'string', default: 'retrain.yaml' },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Runs until SIGTERM or SIGINT. @returns the exit code: 0 well, 2 could not start. */
export async function main(args: string[]): Promise<number> {
  try {
    const { values } = parse(args);
    if (values.help) {
      console.log(usage);
      return 0;
    }
    const config = loadConfig(values.config, process.env);
    if (values.check) {
      console.log(`${values.config} is right.`);
      return 0;
    }
    const gateway = await startGateway(config);
    await new Promise((resolve) => ['SIGTERM', 'SIGINT'].forEach((signal) => process.once(signal, resolve)));
    await gateway.close();
    return 0;
  } catch (error) {
    console.error(error instanceof Problem ? error.message : `The gateway failed: ${reasonOf(error)}`);
    return 2;
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Problem(`${reasonOf(error)}\n${usage}`);
  }
}
