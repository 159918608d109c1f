import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Step } from '../gateway.ts';
import type { Notice } from '../incident/notice.ts';
import { makeJournalFolder } from './folder.ts';
import { client, until } from './gateway.ts';
import type { Shown } from './gateway.ts';
import { notice } from './alerts.ts';
import type { FromChild, ToChild } from './killed-child.ts';
import { startStub } from './stub.ts';
import type { Stub } from './stub.ts';

export type Moment = Step | 'any';

/** A gateway that is killed again and again, its journal, its target and its Grafana. */
export class Victim {
  readonly journal = makeJournalFolder();
  kills = 0;
  /** Annotations in the Grafana, as `run kind`. */
  readonly annotations: string[] = [];
  private child: ChildProcess | undefined;
  private url = '';
  private program = '';
  private target: Stub | undefined;
  private grafana: Stub | undefined;

  constructor(private readonly idempotent: boolean) {}

  async begin(): Promise<void> {
    this.program = join(this.journal, 'child.cjs');
    const entryPoints = [join(import.meta.dirname, 'killed-child.ts')];
    await build({
      entryPoints,
      outfile: this.program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    this.target = await startStub(() => ({ status: 202 }));
    this.grafana = await startStub(({ method, url, body }) => {
      const tags: string[] =
        method === 'POST' ? JSON.parse(body).tags : new URL(url, 'http://x').searchParams.getAll('tags');
      const key = tags.slice(-2).join(' ');
      if (method === 'POST') {
        this.annotations.push(key);
        return { status: 200, body: { id: 1 } };
      }
      return { status: 200, body: this.annotations.includes(key) ? [{ id: 1 }] : [] };
    });
    await this.start();
  }

  async end(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.target?.close();
    await this.grafana?.close();
  }

  /** Bodies of all calls that the target got. */
  get calls(): Array<{ runId: string; model: string }> {
    return (this.target?.received ?? []).map(({ body }) => JSON.parse(body));
  }

  /** Kills the gateway once while a new incident goes through it. @returns the incident when it has come to rest. */
  async kill(moment: Moment, model: string): Promise<Shown> {
    const { child } = this;
    if (moment === 'any') {
      setTimeout(() => child?.kill('SIGKILL'), Math.random() * 40);
    } else {
      await this.arm(moment);
    }
    const alerts = [notice({ model, feature: 'tempo' }), notice({ model, feature: 'energy' })];
    await this.deliver(alerts);
    if (child && child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
    this.kills += 1;
    await this.start();
    // The sender repeats itself, as Alertmanager does.
    await this.deliver(alerts);
    return until(async () =>
      (await client(this.url).incidents()).find((incident) => incident.model === model && isAtRest(incident))
    );
  }

  async incidents(): Promise<Shown[]> {
    return client(this.url).incidents();
  }

  private async start(): Promise<void> {
    if (this.child?.connected && this.child.exitCode === null && this.child.signalCode === null) {
      return;
    }
    const fields = {
      targets: [{ http: { url: `${this.target?.url}/train`, idempotent: this.idempotent } }],
      annotations: { grafana: this.grafana?.url },
      retries: { first: '10ms', longest: '50ms' },
    };
    this.child = fork(this.program, [JSON.stringify(fields), this.journal]);
    const port = await this.hear(this.child, (message) => ('port' in message ? message.port : undefined));
    this.url = `http://127.0.0.1:${port}`;
  }

  private async arm(killAt: Step): Promise<void> {
    const { child } = this;
    if (child) {
      const armed = this.hear(child, (message) => 'armed' in message || undefined);
      child.send({ killAt } satisfies ToChild);
      await armed;
    }
  }

  private hear<T>(child: ChildProcess, what: (message: FromChild) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromChild) => {
        const heard = what(message);
        if (heard !== undefined) {
          child.off('message', onMessage);
          resolve(heard);
        }
      };
      child.on('message', onMessage);
      child.once('exit', (code, signal) => reject(new Error(`The gateway ended by ${signal ?? code}.`)));
    });
  }

  /** As a sender that tries until it hears 200; a dead gateway is started again. */
  private async deliver(alerts: Notice[]): Promise<void> {
    await until(async () => {
      try {
        return (await client(this.url).deliver(alerts)) === 200;
      } catch {
        await this.start();
        return false;
      }
    });
  }
}

function isAtRest({ run, annotations }: Shown): boolean {
  const started = run?.phase === 'training';
  return (started && annotations.length === 2) || (run?.phase === 'dead' && annotations.length === 1);
}
