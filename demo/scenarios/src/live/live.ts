import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { BadInput } from '../bad-input.ts';
import { fileNames } from '../files/folder.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { cloudEvents } from './delivery.ts';
import { metricsPage } from './metrics-page.ts';
import { rowsToCome } from './rows-to-come.ts';
import type { Deliver } from './delivery.ts';
import type { LiveOptions } from '../arguments.ts';
import type { MetricsPage } from './metrics-page.ts';
import type { RowsToCome } from './rows-to-come.ts';

export interface Live {
  /** Ends traffic after the row in hand, for which it waits two seconds at most, and closes the server. */
  stop(): Promise<void>;
}

type Say = (sentence: string) => void;

/**
 * Starts the model server's stand-in and its traffic.
 * @throws BadInput where the folder is not a prepared one or the port is taken.
 */
export async function startLive(options: LiveOptions, say: Say): Promise<Live> {
  const scenario = readScenarioFile(join(options.dir, fileNames.scenario));
  const rows = rowsToCome(scenario, options.dir, options.repeat);
  const page = metricsPage(scenario);
  const server = await listen(page, options.port, scenario.model);
  const ending = new AbortController();
  const givingUp = new AbortController();
  const deliver = cloudEvents(scenario, options.emulator, givingUp.signal);
  say(
    `Model server stand-in for ${scenario.model}: http://127.0.0.1:${options.port}/metrics, ` +
      `${options.rate} rows a second to ${options.emulator}.`
  );
  const traffic = play({ rows, page, deliver, say, options }, ending.signal);
  return {
    async stop() {
      ending.abort();
      const patience = setTimeout(() => givingUp.abort(), 2000);
      await traffic;
      clearTimeout(patience);
      await server.close();
    },
  };
}

async function listen(page: MetricsPage, port: number, model: string) {
  const server = Fastify({ forceCloseConnections: true });
  server.get('/metrics', async (_request, reply) => reply.type(page.contentType).send(await page.text()));
  server.get(
    '/',
    async () => `A stand-in for a model server that serves ${model}. It has metrics at /metrics and no model.\n`
  );
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadInput(`Cannot listen on 127.0.0.1:${port}: ${reason}. Choose another port with --port.`);
  }
  return server;
}

interface Play {
  rows: RowsToCome;
  page: MetricsPage;
  deliver: Deliver;
  say: Say;
  options: LiveOptions;
}

/**
 * One row at a time. A row that TrustyAI did not take is served again: traffic and its metrics go on, and no row is
 * skipped, so that a repeated window stays whole.
 */
async function play({ rows, page, deliver, say, options }: Play, signal: AbortSignal): Promise<void> {
  let trouble = false;
  let k = 0;
  let row = rows(k);
  while (!signal.aborted) {
    const begun = Date.now();
    page.record(row);
    const failure = await deliver(row);
    if (signal.aborted) {
      return;
    }
    if (failure === undefined) {
      k += 1;
      row = rows(k);
    }
    if ((failure !== undefined) !== trouble) {
      trouble = failure !== undefined;
      say(
        trouble
          ? `The TrustyAI service at ${options.emulator} does not take inferences: ${failure}. Trying again with every row.`
          : `The TrustyAI service at ${options.emulator} takes inferences again.`
      );
    }
    const left = 1000 / options.rate - (Date.now() - begun);
    await sleep(Math.max(0, left), undefined, { signal }).catch(() => undefined);
  }
}
