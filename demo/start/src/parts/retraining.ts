import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayFile } from '../config/gateway.ts';
import { root, runFolder } from '../paths.ts';
import { keepRunning } from '../run/keep-running.ts';
import { typescript } from '../run/typescript.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { local, monitorsPath, renderedFolder, scenarioFolder } from './context.ts';
import type { Context } from './context.ts';

/** Rows of the reference that a retraining makes. */
const newReferenceRows = 2000;

/** Starts the gateway between alerts and training, and the stand-in for a training pipeline behind it. */
export async function startRetraining(context: Context): Promise<void> {
  const { children, held, ports, page, pace, token, scenario } = context;
  const env = { SOUNDCHECK_RETRAIN_TOKEN: token };
  const order = join(runFolder, 'trainer.json');
  const config = {
    programs: {
      soundcheck: [join(root, 'packages/cli/bin/soundcheck.mjs')],
      scenarios: typescript('demo/scenarios/src/main.ts', []).args,
    },
    ...{ scenario: scenarioFolder, monitors: monitorsPath, rendered: renderedFolder },
    ...{ trustyai: local(ports.emulator), modelServer: local(ports.model), prometheus: local(ports.prometheus) },
    ...{ trainingSeconds: pace.training, referenceRows: newReferenceRows, batch: scenario.batchSize },
  };
  writeFileSync(order, JSON.stringify(config, null, 2));
  const files = ['--config', order, '--state', join(runFolder, 'training-runs.json'), '--port', String(ports.trainer)];
  await held.release('trainer');
  const trainer = { name: 'trainer', ...typescript('demo/trainer/src/main.ts', files), env };
  await waitForUrl(keepRunning(trainer, children), local(ports.trainer, '/runs'), 60);

  const journal = join(runFolder, 'retrain');
  mkdirSync(journal, { recursive: true });
  const file = join(runFolder, 'retrain.yaml');
  writeFileSync(file, gatewayFile(ports, page, { journal, pace }));
  await held.release('gateway');
  const bin = join(root, 'services/retrain/bin/soundcheck-retrain.mjs');
  const gateway = { name: 'gateway', command: process.execPath, args: [bin, '--config', file], env };
  await waitForUrl(keepRunning(gateway, children), local(ports.gateway, '/healthz'), 60);
}
