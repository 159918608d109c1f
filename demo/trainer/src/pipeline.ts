import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { run as command } from './command.ts';
import { call } from './http.ts';
import { writeVersion } from './monitors-file.ts';
import { renewRules } from './rules.ts';
import type { Config } from './config.ts';
import type { Run, StepName } from './run.ts';

const pushed = v.object({ rows: v.number(), storedRows: v.number() });
const info = v.record(v.string(), v.object({ data: v.object({ observations: v.number() }) }));

/** Gives up on a window that does not fill. */
const windowPatienceMs = 15 * 60_000;

/**
 * A training as a pipeline does it, on made-up rows: collects what the model sees now, "trains", uploads the new reference,
 * deploys, waits until a full window of inferences came later than the reference, and only then makes the monitors hold
 * the new version against it. Until then the old monitors stay and say drift, so nothing is called well on old rows.
 * @param at told of each step as it begins
 * @throws Error with a sentence where a step fails
 */
export async function pipeline(run: Run, config: Config, at: (step: StepName) => void): Promise<void> {
  const { order, version } = run;
  const env = { SOUNDCHECK_TRUSTYAI_URL: config.trustyai };
  const file = ['--file', config.monitors];
  const soundcheck = command.bind(undefined, config.programs.soundcheck);
  const tag = `TRAINING-${version}`;
  const folder = join(config.scenario, 'training');
  const rows = join(folder, `${version}.csv`);

  at('collect');
  mkdirSync(folder, { recursive: true });
  const collect = ['collect', '--dir', config.scenario, '--rows', String(config.referenceRows), '--out', rows];
  await command(config.programs.scenarios, collect, {});

  at('train');
  await sleep(config.trainingSeconds * 1000);

  at('reference');
  const where = ['--model', order.model, '--namespace', order.namespace, ...file];
  const said = await soundcheck(['reference', 'push', rows, '--tag', tag, ...where, '--json'], env);
  const reference = v.parse(pushed, JSON.parse(said));

  at('deploy');
  const query = `version=${/\d+$/.exec(version)?.[0] ?? '2'}&rows=${config.batch + 20}`;
  await call('POST', `${config.modelServer}/deploy?${query}`);

  at('window');
  await windowFilled(config, order.model, reference.storedRows + config.batch);

  at('monitors');
  const { rows: referenceRows, storedRows } = reference;
  writeVersion(config.monitors, order.model, { version, reference: { tag, rows: referenceRows, storedRows } });
  const findings = 1;
  await soundcheck(['reconcile', ...file, '--namespace', order.namespace, '--prune'], env, [0, findings]);
  await renewRules(config);
}

async function windowFilled({ trustyai }: Config, model: string, wanted: number): Promise<void> {
  const deadline = Date.now() + windowPatienceMs;
  let seen = 0;
  while (Date.now() < deadline) {
    const models = v.parse(info, JSON.parse(await call('GET', `${trustyai}/info`)));
    seen = models[model]?.data.observations ?? 0;
    if (seen >= wanted) {
      return;
    }
    await sleep(1000);
  }
  throw new Error(`The window did not fill: ${seen} rows are stored, ${wanted} are needed. Is there traffic?`);
}
