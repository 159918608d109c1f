import * as v from 'valibot';
import { eventSchema } from '../incident/event.ts';
import type { Event } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import { emptyState, fromSnapshot, snapshotSchema, toSnapshot } from '../incident/state.ts';
import type { State } from '../incident/state.ts';
import { Problem } from '../problem.ts';

/** A journal is lines of JSON: perhaps first a snapshot, then the events of one decision each. */
const lineSchema = v.union([v.object({ events: v.array(eventSchema) }), v.object({ snapshot: snapshotSchema })]);

export const writeEvents = (events: Event[]) => `${JSON.stringify({ events })}\n`;

export const writeSnapshot = (state: State) => `${JSON.stringify({ snapshot: toSnapshot(state) })}\n`;

export interface Replayed {
  state: State;
  /** Bytes of whole lines; what comes after was being written when a process died. */
  length: number;
}

/**
 * The state that a journal's bytes give. A last line that is cut or unreadable was never confirmed to anybody and is
 * left out.
 * @throws Problem on an unreadable line before the last.
 */
export function replay(bytes: Buffer, name: string): Replayed {
  let state = emptyState;
  let start = 0;
  for (let number = 1; start < bytes.length; number++) {
    const end = bytes.indexOf(10, start);
    const events = end < 0 ? undefined : readLine(bytes.subarray(start, end));
    if (events === undefined) {
      if (end >= 0 && end + 1 < bytes.length) {
        throw new Problem(
          `Line ${number} of the journal ${name} is unreadable, and further lines follow. Restore the file from a copy, ` +
            'or cut it before that line and look by hand whether later incidents had runs.'
        );
      }
      break;
    }
    state = events(state);
    start = end + 1;
  }
  return { state, length: start };
}

function readLine(line: Buffer): ((state: State) => State) | undefined {
  const parsed = v.safeParse(lineSchema, parse(line.toString('utf8')));
  if (!parsed.success) {
    return undefined;
  }
  const { output } = parsed;
  return 'snapshot' in output ? () => fromSnapshot(output.snapshot) : (state) => output.events.reduce(evolve, state);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
