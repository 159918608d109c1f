import type { Event } from './event.ts';
import { Delivery } from './deliver.ts';
import { decideCall } from './calls.ts';
import type { CallCommand } from './calls.ts';
import type { Accepted, Notice } from './notice.ts';
import { decideTime } from './passing-time.ts';
import type { Rules } from './rules.ts';
import type { AnnotationKind, Run, State } from './state.ts';

/** What may come to the gateway. `at` is now, in epoch milliseconds. */
export type Command =
  | { kind: 'deliver'; at: number; notices: Notice[] }
  | { kind: 'pass-time'; at: number }
  /** The process begins: calls that were under way are cut. */
  | { kind: 'restart'; at: number }
  /** A pipeline's callback, or what polling found. */
  | { kind: 'end'; at: number; run: string; end: RunEnd }
  | { kind: 'retry'; at: number; run: string }
  | { kind: 'annotated'; at: number; run: string; annotation: AnnotationKind }
  | CallCommand;

export interface RunEnd {
  result: NonNullable<Run['result']>;
  version?: string;
  message?: string;
}

export interface Decision {
  events: Event[];
  /** One for each alert of a delivery. */
  accepted?: Accepted[];
  /** The command cannot be: what the caller should hear. */
  refused?: 'no such run' | 'not a dead letter' | 'already ended';
}

/** What a command means in a state. Pure; `evolve` with the events gives the state after it. */
export function decide(state: State, command: Command, rules: Rules): Decision {
  switch (command.kind) {
    case 'deliver': {
      const delivery = new Delivery(state, command.at, rules);
      delivery.take(command.notices);
      return { events: delivery.events, accepted: delivery.accepted };
    }
    case 'pass-time':
      return { events: decideTime(state, command.at, rules) };
    case 'restart':
      return { events: decideRestart(state, command.at) };
    case 'end':
      return decideEnd(state, command.run, command.end, command.at);
    case 'retry':
      return decideRetry(state, command.run, command.at);
    case 'annotated': {
      const { run: incident, at, annotation } = command;
      return { events: [{ kind: 'annotated', incident, at, annotation }] };
    }
    default:
      return { events: decideCall(state, command, rules) };
  }
}

function decideRestart(state: State, at: number): Event[] {
  return [...state.incidents.values()].flatMap(({ id, run }): Event[] => {
    if (run?.phase !== 'calling') {
      return [];
    }
    const problem = 'The gateway stopped during the call.';
    return run.atMostOnce
      ? [{ kind: 'died', incident: id, at, problem: `${problem} Whether the run started is unknown.`, doubtful: true }]
      : [{ kind: 'postponed', incident: id, at, problem }];
  });
}

function decideEnd(state: State, id: string, end: RunEnd, at: number): Decision {
  const run = state.incidents.get(id)?.run;
  if (!run || run.attemptedAt === undefined) {
    return { events: [], refused: 'no such run' };
  }
  // An end that was given up may still become known.
  if (run.phase === 'ended' && run.result !== 'unknown') {
    return { events: [], refused: 'already ended' };
  }
  return { events: [{ kind: 'ended', incident: id, at, ...end }] };
}

function decideRetry(state: State, id: string, at: number): Decision {
  const run = state.incidents.get(id)?.run;
  if (!run) {
    return { events: [], refused: 'no such run' };
  }
  return run.phase === 'dead'
    ? { events: [{ kind: 'queued', incident: id, at }] }
    : { events: [], refused: 'not a dead letter' };
}
