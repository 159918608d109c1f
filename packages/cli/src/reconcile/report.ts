import type { Schedule } from '@soundcheck/query';
import type { Comparison, WantedSchedule } from '@soundcheck/monitors';

/** What became of one schedule. */
export type EntryState =
  | 'equal'
  | 'made'
  | 'removed'
  | 'to make'
  | 'to remove'
  | 'unwatched'
  | 'refused'
  | 'other limit'
  | 'unverifiable'
  | 'outdated'
  | 'double'
  | 'foreign';

/** One schedule, wanted or found. */
export interface Entry {
  state: EntryState;
  /** The monitor that wants it, or that it was made for. */
  monitor?: string;
  model: string;
  metric: string;
  /** Names, where not all. */
  features?: string[];
  reference?: string;
  /** Rows of the window. */
  window?: number;
  /** The service's id. */
  id?: string;
  name?: string;
  /** What is to be known about it; empty where nothing is. */
  message: string;
}

export interface NamespaceReport {
  namespace: string;
  url?: string;
  dialect?: 'java' | 'python';
  /** Why nothing, or not all, could be done here. */
  error?: string;
  schedules: Entry[];
}

/** The states that leave work to somebody: the exit code is 1. */
const FINDINGS: ReadonlySet<EntryState> = new Set<EntryState>([
  'to make',
  'to remove',
  'refused',
  'other limit',
  'unverifiable',
  'outdated',
  'double',
  'foreign',
]);

export function isFinding({ state }: Entry): boolean {
  return FINDINGS.has(state);
}

/** 0 equal or made equal, 1 findings left, 2 a service could not be asked or changed. */
export function exitCodeOf(reports: readonly NamespaceReport[]): 0 | 1 | 2 {
  if (reports.some(({ error }) => error !== undefined)) {
    return 2;
  }
  return reports.some(({ schedules }) => schedules.some(isFinding)) ? 1 : 0;
}

export function wantedEntry(wanted: WantedSchedule): Omit<Entry, 'state' | 'message'> {
  const { monitor, model, metric, features, fairness, referenceTag, batchSize } = wanted;
  const names = fairness ? [fairness.protectedAttribute] : features;
  return {
    monitor,
    model,
    metric,
    ...(names ? { features: names } : {}),
    ...(referenceTag === undefined ? {} : { reference: referenceTag }),
    window: batchSize,
  };
}

export function listedEntry(schedule: Schedule): Omit<Entry, 'state' | 'message'> {
  const { id, model, metric, serviceMetric, requestName, features, referenceTag, batchSize } = schedule;
  return {
    model,
    metric: metric ?? serviceMetric,
    ...(features ? { features } : {}),
    ...(referenceTag === undefined ? {} : { reference: referenceTag }),
    ...(batchSize === undefined ? {} : { window: batchSize }),
    id,
    ...(requestName === undefined ? {} : { name: requestName }),
  };
}

const because = (details: readonly string[]): string => (details.length > 0 ? ` (${details.join('; ')})` : '');

/** What there is to say of a comparison after all changes, of what no change was about. */
export function entriesOf({ wanted, unwanted }: Comparison): Entry[] {
  const kept = wanted.flatMap(({ state, wanted: one, schedule, own, details }): Entry[] => {
    if (schedule === undefined || state === 'missing') {
      return [];
    }
    const { id, name } = listedEntry(schedule);
    const entry = { ...wantedEntry(one), id, ...(name === undefined ? {} : { name }) };
    if (state === 'equal') {
      return [{ ...entry, state, message: '' }];
    }
    const message =
      state === 'other limit'
        ? `Its number is right, its limit is not${because(details)}: ${own ? '--replace' : '--prune'} makes it anew.`
        : `This service does not list its ${details.join(' and ')}, and no state file (--state) remembers: it cannot be verified. Delete it, or trust it with --adopt.`;
    return [{ ...entry, state, message }];
  });
  const others = unwanted.map(({ schedule, state, monitor, details }): Entry => {
    const messages = {
      outdated: `The monitor says otherwise now${because(details)}: --replace deletes it once the new one is there.`,
      double: 'A second schedule of the same: --prune deletes it.',
      foreign: `No monitor asks for it${because(details)}: --prune deletes it.`,
      unwatched: 'No monitor watches this metric: it is left alone.',
    };
    return {
      ...listedEntry(schedule),
      ...(monitor === undefined ? {} : { monitor }),
      state,
      message: messages[state],
    };
  });
  return [...kept, ...others];
}
