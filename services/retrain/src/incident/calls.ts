import type { Event } from './event.ts';
import type { Rules } from './rules.ts';
import type { State } from './state.ts';

/** Steps of starting a run: `call` before the target is asked, then one of the others. */
export type CallCommand =
  | { kind: 'call'; at: number; run: string; target: string; atMostOnce: boolean }
  | { kind: 'started'; at: number; run: string; reference?: string }
  | { kind: 'failed'; at: number; run: string; failure: Failure };

/** Why a call did not start a run. */
export interface Failure {
  /** A sentence. */
  problem: string;
  /**
   * `refused`: surely not started, may be tried again; `final`: surely not started and never will be; `unclear`: no
   * usable answer, it may have started.
   */
  kind: 'refused' | 'final' | 'unclear';
}

export function decideCall(state: State, command: CallCommand, rules: Rules): Event[] {
  const { run: incident, at } = command;
  const run = state.incidents.get(incident)?.run;
  if (command.kind === 'call') {
    const { target, atMostOnce } = command;
    return run?.phase === 'queued' ? [{ kind: 'calling', incident, at, target, atMostOnce }] : [];
  }
  // A callback may have ended the run before the call that started it was answered.
  if (run?.phase !== 'calling') {
    return [];
  }
  if (command.kind === 'started') {
    return [{ kind: 'started', incident, at, reference: command.reference }];
  }
  const { problem, kind } = command.failure;
  const doubtful = kind === 'unclear' && run.atMostOnce === true;
  const givenUp = at - run.queuedAt >= rules.retries.giveUpAfter;
  return doubtful || givenUp || kind === 'final'
    ? [{ kind: 'died', incident, at, problem, doubtful: kind === 'unclear' }]
    : [{ kind: 'postponed', incident, at, problem }];
}
