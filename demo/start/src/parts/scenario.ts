import { join } from 'node:path';
import { readScenario } from '../config/scenario.ts';
import { step } from '../progress.ts';
import { lastLines, lastWords } from '../run/log-tail.ts';
import { typescript } from '../run/typescript.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { Sentence } from '../sentence.ts';
import { liveLogs, local, scenarioFolder } from './context.ts';
import type { Arguments } from '../arguments.ts';
import type { Scenario } from '../config/scenario.ts';
import type { Child, Children } from '../run/children.ts';
import type { Context } from './context.ts';

const program = 'demo/scenarios/src/main.ts';

/** Rows a second of live traffic: a little more than history's busiest hour, so that its charts show no cliff. */
const liveRate = 0.05;

/**
 * Writes a week of history that ends at `now`.
 * @throws Sentence: bad files of the user's are told in the words of demo/scenarios
 */
export async function prepareScenario(args: Arguments, now: number, children: Children): Promise<Scenario> {
  const own = args.ownData;
  const ownData = own ? ['--reference', own.reference, '--live', own.live, '--time', own.time] : [];
  const result = await step(own ? 'A week of history from your files' : 'A week of history', () =>
    children.run({
      name: 'scenario',
      ...typescript(program, ['prepare', '--out', scenarioFolder, '--now', String(now), ...ownData]),
    })
  );
  if (!result.ok) {
    const words = lastLines(result.log).join('\n');
    throw new Sentence(own ? words : `The scenario could not be made (${result.outcome}). ${lastWords(result.log)}`);
  }
  return readScenario(join(scenarioFolder, 'scenario.json'));
}

/** Starts the model server's metrics and its traffic to the emulator. */
export async function startTraffic({ args, children, held, ports }: Context): Promise<Child> {
  const where = [
    '--emulator',
    local(ports.emulator),
    '--port',
    String(ports.model),
    '--dir',
    scenarioFolder,
    '--rate',
    String(liveRate),
    '--logs',
    liveLogs,
  ];
  await held.release('model');
  const child = children.start({
    name: 'model-server',
    ...typescript(program, ['live', ...where, ...(args.repeat ? ['--repeat'] : [])]),
  });
  await waitForUrl(child, local(ports.model, '/metrics'), 60);
  return child;
}
