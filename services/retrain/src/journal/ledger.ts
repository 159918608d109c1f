import { decide } from '../incident/decide.ts';
import type { Command, Decision } from '../incident/decide.ts';
import type { Event } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import type { Rules } from '../incident/rules.ts';
import { forget } from '../incident/state.ts';
import type { State } from '../incident/state.ts';
import type { Journal } from './journal.ts';

interface Waiting {
  command: Command;
  resolve(decision: Decision): void;
  reject(error: unknown): void;
}

export interface LedgerOptions {
  rules: Rules;
  /** Milliseconds for which closed incidents are kept. */
  keep: number;
  /** Whether a journal of so many bytes is worth compacting, of which the state itself takes `snapshot` (0: unknown). */
  isLong(bytes: number, snapshot: number): boolean;
  /** After each change, with the state that is on disk. */
  onChange(state: State): void;
  /** A compaction failed; the journal grows on. */
  onProblem(error: unknown): void;
}

/** The state and its journal: commands are decided one after another, and take effect once their events are on disk. */
export class Ledger {
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private snapshot = 0;

  constructor(
    private readonly journal: Journal,
    private current: State,
    private readonly options: LedgerOptions
  ) {}

  get state(): State {
    return this.current;
  }

  /** @throws the file system's error, with nothing changed, where the events could not be written. */
  submit(command: Command): Promise<Decision> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, resolve, reject });
      this.begin();
    });
  }

  /** When all commands that came are decided. */
  async settle(): Promise<void> {
    while (this.working) {
      await this.working;
    }
  }

  private begin(): void {
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.waiting.length > 0) {
        this.begin();
      }
    });
  }

  /** All commands that wait share one write to the disk. */
  private async work(): Promise<void> {
    // A turn of the event loop gathers what arrives together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        await this.decideAll(batch);
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
      await this.compactIfLong();
    }
  }

  private async decideAll(batch: Waiting[]): Promise<void> {
    let after = this.current;
    const decisions = batch.map(({ command }) => {
      const decision = decide(after, command, this.options.rules);
      after = decision.events.reduce(evolve, after);
      return decision;
    });
    const written: Event[][] = decisions.map(({ events }) => events).filter((events) => events.length > 0);
    if (written.length > 0) {
      await this.journal.append(written);
      this.current = after;
    }
    batch.forEach(({ resolve }, index) => resolve(decisions[index] ?? { events: [] }));
    if (written.length > 0) {
      this.options.onChange(after);
    }
  }

  private async compactIfLong(): Promise<void> {
    if (!this.options.isLong(this.journal.size, this.snapshot)) {
      return;
    }
    try {
      const kept = forget(this.current, Date.now() - this.options.keep);
      await this.journal.compact(kept);
      this.current = kept;
    } catch (error) {
      this.options.onProblem(error);
    }
    // After a failure too: not again before the journal has grown.
    this.snapshot = this.journal.size;
  }
}
