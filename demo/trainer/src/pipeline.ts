import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { scenarios, soundcheck } from './command.ts';
import { writeVersion } from './monitors-file.ts';
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
  const tag = `TRAINING-${version}`;
  const folder = join(config.scenario, 'training');
  const rows = join(folder, `${version}.csv`);

  at('collect');
  mkdirSync(folder, { recursive: true });
  await scenarios(['collect', '--dir', config.scenario, '--rows', String(config.referenceRows), '--out', rows]);

  at('train');
  await sleep(config.trainingSeconds * 1000);

  at('reference');
  const where = ['--model', order.model, '--namespace', order.namespace, ...file];
  const said = await soundcheck(['reference', 'push', rows, '--tag', tag, ...where, '--json'], env);
  const reference = v.parse(pushed, JSON.parse(said));

  at('deploy');
  const query = `version=${/\d+$/.exec(version)?.[0] ?? '2'}&rows=${config.batch + 20}`;
  await call(`${config.modelServer}/deploy?${query}`, 'POST');

  at('window');
  await windowFilled(config, order.model, reference.storedRows + config.batch);

  at('monitors');
  const { rows: referenceRows, storedRows } = reference;
  writeVersion(config.monitors, order.model, { version, reference: { tag, rows: referenceRows, storedRows } });
  await soundcheck(['reconcile', ...file, '--prune'], env, true);
  await soundcheck(['render', ...file, '--out', config.rendered, '--only', 'prometheus'], env);
  await call(`${config.prometheus}/-/reload`, 'POST');
}

async function windowFilled({ trustyai }: Config, model: string, wanted: number): Promise<void> {
  const deadline = Date.now() + windowPatienceMs;
  let seen = 0;
  while (Date.now() < deadline) {
    const models = v.parse(info, JSON.parse(await call(`${trustyai}/info`, 'GET')));
    seen = models[model]?.data.observations ?? 0;
    if (seen >= wanted) {
      return;
    }
    await sleep(1000);
  }
  throw new Error(`The window did not fill: ${seen} rows are stored, ${wanted} are needed. Is there traffic?`);
}

async function call(url: string, method: 'GET' | 'POST'): Promise<string> {
  const reply = await fetch(url, { method, signal: AbortSignal.timeout(30_000) });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${method} ${url} answered ${reply.status}: ${text.slice(0, 200)}`);
  }
  return text;
}
