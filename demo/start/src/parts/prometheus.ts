import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prometheusFile } from '../config/prometheus.ts';
import { step } from '../progress.ts';
import { runFolder } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { keepRunning } from '../run/keep-running.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { Sentence } from '../sentence.ts';
import { local, modelHistory, renderedFolder, trustyaiHistory } from './context.ts';
import type { FoundPart } from '../native/part.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

const dataFolder = join(runFolder, 'prometheus');

/** Turns a week of OpenMetrics text into blocks of Prometheus' storage. */
async function writeBlocks(found: FoundPart, { children }: Context): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  const files = { 'history-trustyai': trustyaiHistory, 'history-model-server': modelHistory };
  // promtool reads the whole file once for each block it makes: two long blocks, not 84 of two hours.
  const from = ['tsdb', 'create-blocks-from', '--max-block-duration=240h', 'openmetrics'];
  await step('Prometheus: writing the week of history', () =>
    Promise.all(
      Object.entries(files).map(async ([name, file]) => {
        const command = found.programs.get('promtool') ?? 'promtool';
        const result = await children.run({ name, command, args: [...from, file, dataFolder] });
        if (!result.ok) {
          throw new Sentence(
            `promtool could not turn ${file} into blocks (${result.outcome}). ${lastWords(result.log)}`
          );
        }
      })
    )
  );
}

/** Starts Prometheus on a fresh store that already holds the week. History must be whole before. */
export async function startPrometheus(found: FoundPart, context: Context): Promise<Child> {
  await writeBlocks(found, context);
  const config = join(runFolder, 'prometheus.yml');
  const ruleFiles = [join(renderedFolder, 'deploy/prometheus/*.rules.yml')];
  writeFileSync(config, prometheusFile({ ...context, ruleFiles }));
  await context.held.release('prometheus');
  const program = {
    name: 'prometheus',
    command: found.programs.get('prometheus') ?? 'prometheus',
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${dataFolder}`,
      '--storage.tsdb.retention.time=30d',
      `--web.listen-address=127.0.0.1:${context.ports.prometheus}`,
      // An alert whose rule is gone ends after four of these.
      `--rules.alert.resend-delay=${context.pace.evaluation}s`,
      // A new version of a model brings new rules.
      '--web.enable-lifecycle',
    ],
  };
  const child = keepRunning(program, context.children);
  await waitForUrl(child, local(context.ports.prometheus, '/-/ready'), 120);
  return child;
}
