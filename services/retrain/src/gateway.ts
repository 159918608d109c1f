import type { AddressInfo } from 'node:net';
import { grafanaAnnotations } from './annotation/grafana.ts';
import type { Config } from './config/schema.ts';
import { makeServer } from './http/server.ts';
import type { Rules } from './incident/rules.ts';
import { Journal, makeFolder } from './journal/journal.ts';
import type { JournalStep } from './journal/journal.ts';
import { Ledger } from './journal/ledger.ts';
import type { LedgerOptions } from './journal/ledger.ts';
import { takeLock } from './journal/lock.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { Problem, reasonOf } from './problem.ts';
import { Runner } from './run/runner.ts';
import type { RunStep } from './run/runner.ts';
import { makeChoose } from './target/choose.ts';

const mebibyte = 2 ** 20;
/** Connections that may wait: a burst of alerts must not be turned away. */
const backlog = 4096;

export type Step = JournalStep | RunStep;

export interface GatewayOptions {
  /** Called at each step, so that tests may kill the process there. */
  step?(step: Step): void;
  /** See LedgerOptions. */
  isLong?: LedgerOptions['isLong'];
  /** The lock went into other hands: this process must end. */
  onLockLost?(): void;
}

export interface Gateway {
  /** Where it listens. */
  address: AddressInfo;
  close(): Promise<void>;
}

/** Reads the journal, listens, and works until closed. @throws Problem where it cannot. */
export async function startGateway(config: Config, options: GatewayOptions = {}): Promise<Gateway> {
  const {
    step = () => {},
    isLong = (bytes, snapshot) => bytes > Math.max(4 * mebibyte, 2 * snapshot),
    onLockLost = () => process.exit(1),
  } = options;
  const { cooldown, grace, endTimeout, retries, annotations } = config;
  const rules: Rules = { cooldown, grace, endTimeout, retries };
  makeFolder(config.journal);
  const lock = await takeLock(config.journal, onLockLost);
  const { journal, state } = await Journal.open(config.journal, step).catch((error) => {
    lock.release();
    throw error;
  });
  const metrics = makeMetrics(() => ledger.state);
  const server = makeServer(config, {
    rules,
    state: () => ledger.state,
    submit: (command) => ledger.submit(command),
    check: () => journal.check(),
    count: metrics.count,
    metrics: metrics.read,
  });
  const ledger = new Ledger(journal, state, {
    rules,
    keep: config.keep,
    isLong,
    onChange: () => runner.wake(),
    onProblem: (error) => server.log.warn(`The journal cannot be compacted: ${reasonOf(error)}.`),
  });
  const runner = new Runner({
    rules,
    choose: makeChoose(config),
    annotate: annotations && grafanaAnnotations(annotations.grafana, annotations),
    callbackUrl: config.callbackUrl,
    log: server.log,
    step,
    submit: (command) => ledger.submit(command),
    state: () => ledger.state,
  });
  const close = async () => {
    await server.close();
    await runner.stop();
    await ledger.settle();
    await journal.close();
    lock.release();
  };
  await ledger.submit({ kind: 'restart', at: Date.now() });
  try {
    await server.listen({ ...config.listen, backlog });
  } catch (error) {
    await close();
    const { host, port } = config.listen;
    throw new Problem(
      `The gateway cannot listen on ${host}:${port}: ${reasonOf(error)}. Set "listen" to a free address.`
    );
  }
  runner.wake();
  const address = server.server.address();
  if (address === null || typeof address === 'string') {
    throw new Problem('The gateway listens on no port.');
  }
  return { address, close };
}
