import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { BadInput } from '../bad-input.ts';
import { fileNames } from '../files/folder.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { cloudEvents } from './delivery.ts';
import { metricsPage } from './metrics-page.ts';
import { liveLog } from '../logs/live-log.ts';
import { rowsToCome } from './rows-to-come.ts';
import type { Deliver } from './delivery.ts';
import type { LiveOptions } from '../arguments.ts';
import type { LiveScenario } from '../files/scenario-file.ts';
import type { MetricsPage } from './metrics-page.ts';
import type { RowsToCome } from './rows-to-come.ts';
import type { Row } from '../scenario.ts';

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
  const log = options.logs === undefined ? () => undefined : liveLog(scenario, options.logs);
  const serving: Serving = { page: metricsPage(scenario), log, hurry: 0, wake: new AbortController() };
  const server = await listen(serving, options, scenario);
  const ending = new AbortController();
  const givingUp = new AbortController();
  const deliver = cloudEvents(scenario, options.emulator, givingUp.signal);
  say(
    `Model server stand-in for ${scenario.model}: http://${options.host ?? '127.0.0.1'}:${options.port}/metrics, ` +
      `${options.rate} rows a second to ${options.emulator}.`
  );
  const traffic = play({ rows, serving, deliver, say, options }, ending.signal);
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

/** What is served now. */
interface Serving {
  page: MetricsPage;
  /** Writes what a request leaves in the logs. */
  log: (row: Row) => void;
  /** Rows still to be sent at `hurryRate`. */
  hurry: number;
  /** Ends the pause before the next row. */
  wake: AbortController;
}

/** Rows a second right after a deployment. */
const hurryRate = 40;

const deployment = {
  querystring: {
    type: 'object',
    required: ['version'],
    properties: {
      version: { type: 'string', pattern: '^[0-9]{1,6}$' },
      rows: { type: 'integer', minimum: 0, maximum: 5000 },
    },
  },
};

async function listen(serving: Serving, { host = '127.0.0.1', port }: LiveOptions, scenario: LiveScenario) {
  const server = Fastify({ forceCloseConnections: true });
  server.get('/metrics', async (_request, reply) =>
    reply.type(serving.page.contentType).send(await serving.page.text())
  );
  server.get(
    '/',
    async () =>
      `A stand-in for a model server that serves ${scenario.model}. It has metrics at /metrics and no model.\n`
  );
  // A new version comes with a run of requests, so that its first window is full in seconds instead of hours.
  server.post<{ Querystring: { version: string; rows?: number } }>(
    '/deploy',
    { schema: deployment },
    async ({ query: { version, rows = 0 } }, reply) => {
      serving.page = metricsPage(scenario, version);
      serving.hurry = rows;
      serving.wake.abort();
      return reply.code(202).send({ version, rows });
    }
  );
  try {
    await server.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadInput(`Cannot listen on ${host}:${port}: ${reason}. Choose another port with --port.`);
  }
  return server;
}

interface Play {
  rows: RowsToCome;
  serving: Serving;
  deliver: Deliver;
  say: Say;
  options: LiveOptions;
}

/**
 * One row at a time. A row that TrustyAI did not take is served again: traffic and its metrics go on, and no row is
 * skipped, so that a repeated window stays whole.
 */
async function play({ rows, serving, deliver, say, options }: Play, signal: AbortSignal): Promise<void> {
  let trouble = false;
  let k = 0;
  let row = rows(k);
  while (!signal.aborted) {
    const begun = Date.now();
    serving.page.record(row);
    serving.log(row);
    const failure = await deliver(row);
    if (signal.aborted) {
      return;
    }
    if (failure === undefined) {
      k += 1;
      row = rows(k);
      serving.hurry = Math.max(0, serving.hurry - 1);
    }
    if ((failure !== undefined) !== trouble) {
      trouble = failure !== undefined;
      say(
        trouble
          ? `The TrustyAI service at ${options.emulator} does not take inferences: ${failure}. Trying again with every row.`
          : `The TrustyAI service at ${options.emulator} takes inferences again.`
      );
    }
    const rate = serving.hurry > 0 && failure === undefined ? hurryRate : options.rate;
    const left = 1000 / rate - (Date.now() - begun);
    serving.wake = new AbortController();
    const woken = AbortSignal.any([signal, serving.wake.signal]);
    await sleep(Math.max(0, left), undefined, { signal: woken }).catch(() => undefined);
  }
}
