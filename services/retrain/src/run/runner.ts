import type { Annotate } from '../annotation/grafana.ts';
import type { Command, Decision } from '../incident/decide.ts';
import type { Failure } from '../incident/calls.ts';
import { backOff, outstanding } from '../incident/outstanding.ts';
import type { Effect } from '../incident/outstanding.ts';
import { nextTime } from '../incident/passing-time.ts';
import type { Rules } from '../incident/rules.ts';
import type { AnnotationKind, Incident, Run, State } from '../incident/state.ts';
import { reasonOf } from '../problem.ts';
import type { Choose } from '../target/choose.ts';
import { CallFailure, toOrder } from '../target/target.ts';
import type { Target } from '../target/target.ts';
import { Lane } from './lane.ts';

/** Steps at which a test may kill the process. */
export type RunStep = 'before call' | 'called' | 'before annotation' | 'annotated';

export interface RunnerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface RunnerOptions {
  rules: Rules;
  choose: Choose;
  annotate?: Annotate;
  callbackUrl?: string;
  log: RunnerLog;
  step(step: RunStep): void;
  /** Rejects where the journal cannot be written. */
  submit(command: Command): Promise<Decision>;
  state(): State;
}

/** A look costs time in proportion to all incidents; in a burst one is for many changes. */
const gatherFor = 50;
/** However far off the next thing to do is: clocks may jump, and timers are not for weeks. */
const longestSleep = 60_000;
/** Where a step could not be written down, it is tried again after this. */
const afterTrouble = 1_000;

/** Does what the state asks for, when it is due. */
export class Runner {
  private timer: NodeJS.Timeout | undefined;
  private woken = false;
  private stopped = false;
  private readonly starts: Lane;
  private readonly watches: Lane;
  private readonly annotations: Lane;
  /** Earliest next time by key, for work whose tries need not survive a restart. */
  private readonly notBefore = new Map<string, number>();
  private readonly tries = new Map<string, { count: number; since: number }>();

  constructor(private readonly options: RunnerOptions) {
    const wake = () => this.wake();
    this.starts = new Lane(8, wake);
    this.watches = new Lane(4, wake);
    this.annotations = new Lane(4, wake);
  }

  /** Looks for work soon. Call it after each change. */
  wake(): void {
    if (this.woken || this.stopped) {
      return;
    }
    this.woken = true;
    setTimeout(() => {
      this.woken = false;
      this.look();
    }, gatherFor);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.all([this.starts.stop(), this.watches.stop(), this.annotations.stop()]);
  }

  private look(): void {
    if (this.stopped) {
      return;
    }
    const now = Date.now();
    const state = this.options.state();
    const turns = nextTime(state, this.options.rules);
    let next = turns;
    if (turns <= now) {
      void this.tell({ kind: 'pass-time', at: now });
      next = now + afterTrouble;
    }
    const effects = outstanding(state, this.options.rules);
    this.forgetAllBut(new Set(effects.map(keyOf)));
    for (const effect of effects) {
      const due = this.dueAt(effect);
      if (due <= now) {
        this.perform(effect);
      } else {
        next = Math.min(next, due);
      }
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.max(1, Math.min(next - now, longestSleep)));
  }

  private dueAt(effect: Effect): number {
    const own = effect.kind === 'start' ? effect.dueAt : -Infinity;
    return Math.max(own, this.notBefore.get(keyOf(effect)) ?? -Infinity);
  }

  private perform(effect: Effect): void {
    const key = keyOf(effect);
    const { incident } = effect;
    switch (effect.kind) {
      case 'start':
        this.starts.offer(key, () => this.start(incident));
        break;
      case 'watch': {
        const watch = this.options.choose(incident)?.watch;
        if (watch) {
          this.watches.offer(key, () => this.watch(incident, effect.run, watch));
        }
        break;
      }
      case 'annotate':
        if (this.options.annotate) {
          this.annotations.offer(key, () => this.annotate(incident, effect.annotation));
        }
    }
  }

  private async start({ id, namespace, model }: Incident): Promise<void> {
    // It may have waited for its place while more alerts joined.
    const incident = this.options.state().incidents.get(id);
    if (!incident) {
      return;
    }
    const target = this.options.choose(incident);
    if (!target) {
      // Not recorded: a configuration with a target mends it.
      this.options.log.warn({ run: id, namespace, model }, 'No target matches this model: add one to "targets".');
      this.notBefore.set(`start ${id}`, Date.now() + longestSleep);
      return;
    }
    const atMostOnce = !target.idempotent;
    if (!(await this.tell({ kind: 'call', at: Date.now(), run: id, target: target.kind, atMostOnce }))) {
      this.notBefore.set(`start ${id}`, Date.now() + afterTrouble);
      return;
    }
    this.options.step('before call');
    const result = await this.ask(target, incident);
    this.options.step('called');
    if ('problem' in result) {
      this.options.log.warn({ run: id, target: target.kind }, result.problem);
      await this.insist({ kind: 'failed', at: Date.now(), run: id, failure: result });
    } else {
      this.options.log.info({ run: id, target: target.kind, ...result }, 'Run started.');
      await this.insist({ kind: 'started', at: Date.now(), run: id, ...result });
    }
  }

  private async ask(target: Target, incident: Incident): Promise<Failure | { reference?: string }> {
    try {
      return await target.start(toOrder(incident, this.options.callbackUrl));
    } catch (error) {
      return failureOf(error);
    }
  }

  private async watch(incident: Incident, run: Run, watch: NonNullable<Target['watch']>): Promise<void> {
    this.notBefore.set(`watch ${incident.id}`, Date.now() + watch.every);
    try {
      const end = await watch.look(incident.id, run.reference);
      if (end) {
        this.options.log.info({ run: incident.id, ...end }, 'Run ended.');
        await this.tell({ kind: 'end', at: Date.now(), run: incident.id, end });
      }
    } catch (error) {
      this.options.log.warn({ run: incident.id }, `Looking at the run failed: ${failureOf(error).problem}`);
    }
  }

  private async annotate(incident: Incident, kind: AnnotationKind): Promise<void> {
    const key = `annotate ${incident.id} ${kind}`;
    try {
      this.options.step('before annotation');
      await this.options.annotate?.(incident, kind);
      this.options.step('annotated');
      await this.insist({ kind: 'annotated', at: Date.now(), run: incident.id, annotation: kind });
    } catch (error) {
      const { retries } = this.options.rules;
      const now = Date.now();
      const { count, since } = this.tries.get(key) ?? { count: 0, since: now };
      const tries = count + 1;
      const givenUp = now - since >= retries.giveUpAfter;
      this.tries.set(key, { count: tries, since });
      this.notBefore.set(key, givenUp ? Infinity : now + backOff(`${key}/${tries}`, tries, retries));
      this.options.log.warn({ run: incident.id, annotation: kind, tries, givenUp }, failureOf(error).problem);
    }
  }

  private forgetAllBut(keys: ReadonlySet<string>): void {
    for (const map of [this.notBefore, this.tries]) {
      [...map.keys()].filter((key) => !keys.has(key)).forEach((key) => map.delete(key));
    }
  }

  /** Whether the command took effect. */
  private async tell(command: Command): Promise<boolean> {
    try {
      const { events } = await this.options.submit(command);
      return events.length > 0;
    } catch (error) {
      this.options.log.warn({ command: command.kind }, `The journal cannot be written: ${reasonOf(error)}.`);
      return false;
    }
  }

  /** What was done outside must be written down, however long the disk is full; once at least while the process ends. */
  private async insist(command: Command): Promise<void> {
    do {
      try {
        await this.options.submit(command);
        return;
      } catch (error) {
        this.options.log.warn({ command: command.kind }, `The journal cannot be written: ${reasonOf(error)}.`);
        await new Promise((resolve) => setTimeout(resolve, afterTrouble));
      }
    } while (!this.stopped);
  }
}

function keyOf(effect: Effect): string {
  const { kind, incident } = effect;
  return kind === 'annotate' ? `annotate ${incident.id} ${effect.annotation}` : `${kind} ${incident.id}`;
}

function failureOf(error: unknown): Failure {
  return error instanceof CallFailure
    ? error.failure
    : { kind: 'unclear', problem: `The call failed: ${reasonOf(error)}.` };
}
