import { decide } from '../incident/decide.ts';
import type { Command, Decision } from '../incident/decide.ts';
import { evolve } from '../incident/evolve.ts';
import { outstanding } from '../incident/outstanding.ts';
import type { Rules } from '../incident/rules.ts';
import { emptyState } from '../incident/state.ts';
import type { State } from '../incident/state.ts';
import { replay, writeEvents } from '../journal/lines.ts';
import { hour, minute, noon, second } from './alerts.ts';

export const rules: Rules = {
  cooldown: 6 * hour,
  grace: 15 * minute,
  endTimeout: 24 * hour,
  retries: { first: 5 * second, longest: 10 * minute, giveUpAfter: 24 * hour },
};

/** What may become of one try to start a run. `lost`: the target starts it, and its answer never arrives. */
export const fates = ['started', 'refused', 'lost', 'killed before the call', 'killed after the call'] as const;
export type Fate = (typeof fates)[number];

/** The gateway without its shell: state, a journal in memory, a clock, and a target that may be removing doubles. */
export class Simulation {
  now = noon;
  state: State = emptyState;
  /** Times at which the target began a run, by run id. */
  readonly begun = new Map<string, number[]>();
  private journal = '';

  constructor(private readonly idempotent = true) {}

  submit(command: Command): Decision {
    const decision = decide(this.state, command, rules);
    if (decision.events.length > 0) {
      this.journal += writeEvents(decision.events);
      this.state = decision.events.reduce(evolve, this.state);
    }
    return decision;
  }

  wait(milliseconds: number): void {
    this.now += milliseconds;
    this.submit({ kind: 'pass-time', at: this.now });
  }

  /** The process dies and the journal alone survives. */
  restart(): void {
    this.state = replay(Buffer.from(this.journal), 'journal').state;
    this.submit({ kind: 'restart', at: this.now });
  }

  /** One try for each run that is due. */
  work(fate: Fate): void {
    for (const effect of outstanding(this.state, rules)) {
      if (effect.kind === 'start' && effect.dueAt <= this.now) {
        this.start(effect.incident.id, fate);
      }
    }
  }

  private start(run: string, fate: Fate): void {
    this.submit({ kind: 'call', at: this.now, run, target: 'http', atMostOnce: !this.idempotent });
    if (fate === 'started' || fate === 'lost' || fate === 'killed after the call') {
      this.begin(run);
    }
    if (fate.startsWith('killed')) {
      this.restart();
    } else if (fate === 'started') {
      this.submit({ kind: 'started', at: this.now, run });
    } else {
      const failure = { kind: fate === 'lost' ? ('unclear' as const) : ('refused' as const), problem: 'No.' };
      this.submit({ kind: 'failed', at: this.now, run, failure });
    }
  }

  private begin(run: string): void {
    const before = this.begun.get(run) ?? [];
    if (!this.idempotent || before.length === 0) {
      this.begun.set(run, [...before, this.now]);
    }
  }
}
