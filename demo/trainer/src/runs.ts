import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextVersion } from './run.ts';
import type { Order, Run, StepName } from './run.ts';

/** Does the work of a run; rejects with a sentence. */
export type Work = (run: Run, at: (step: StepName) => void) => Promise<void>;

const retellMs = 2000;

/** All runs, one after the other, kept in a file. */
export class Runs {
  private readonly runs = new Map<string, Run>();
  private last: Promise<void> = Promise.resolve();
  private readonly file: string;
  private readonly work: Work;
  private readonly token: string;

  constructor(file: string, work: Work, token: string) {
    this.file = file;
    this.work = work;
    this.token = token;
    if (existsSync(file)) {
      (JSON.parse(readFileSync(file, 'utf8')) as Run[]).forEach((run) => this.runs.set(run.order.runId, run));
    }
    for (const run of this.runs.values()) {
      if (run.state === 'running') {
        this.end(run, 'failed', `The pipeline was stopped at the step "${run.step}".`);
      } else if (!run.told) {
        void this.tell(run);
      }
    }
  }

  /** Takes an order; the same run id again is the same run. */
  take(order: Order): { run: Run; isNew: boolean } {
    const known = this.runs.get(order.runId);
    if (known) {
      return { run: known, isNew: false };
    }
    const version = nextVersion(order.modelVersion);
    const run: Run = { order, version, state: 'running', step: 'collect', startedAt: Date.now(), told: false };
    this.runs.set(order.runId, run);
    this.save();
    this.last = this.last.then(() => this.perform(run));
    return { run, isNew: true };
  }

  list(): Run[] {
    return [...this.runs.values()];
  }

  private async perform(run: Run): Promise<void> {
    try {
      await this.work(run, (step) => {
        console.log(`${run.order.runId}: ${step}`);
        run.step = step;
        this.save();
      });
      this.end(run, 'succeeded', `Version ${run.version} of ${run.order.model} is served and watched.`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.end(run, 'failed', `The step "${run.step}" failed: ${why}`);
    }
  }

  private end(run: Run, state: 'succeeded' | 'failed', message: string): void {
    Object.assign(run, { state, message, endedAt: Date.now() });
    console.log(`${run.order.runId}: ${state}. ${message}`);
    this.save();
    void this.tell(run);
  }

  /** Until the gateway has heard it: it may be down. */
  private async tell(run: Run): Promise<void> {
    const { callbackUrl } = run.order;
    const body = {
      result: run.state,
      message: run.message,
      ...(run.state === 'succeeded' ? { version: run.version } : {}),
    };
    while (callbackUrl !== undefined && !run.told) {
      const reply = await fetch(callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined);
      // A refusal will not change by asking again; but a gateway killed in between may yet have to learn of its run.
      run.told = reply !== undefined && reply.status < 500 && reply.status !== 404;
      if (!run.told) {
        await sleep(retellMs);
      }
    }
    this.save();
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.list(), null, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}
