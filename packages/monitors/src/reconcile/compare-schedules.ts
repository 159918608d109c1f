import type { Dialect, Schedule, ScheduleRequest } from '@soundcheck/query';
import { matchSchedule } from './match-schedule.ts';
import type { ColumnsOf, Match } from './match-schedule.ts';
import type { WantedSchedule } from './wanted-schedules.ts';

/** What a service has now, and what is remembered of it. */
export interface ServiceView {
  dialect: Dialect;
  listed: readonly Schedule[];
  columnsOf: ColumnsOf;
  /** What was asked when the schedule of this id was made. */
  remembered: ReadonlyMap<string, ScheduleRequest>;
}

/** A wanted schedule and what there is of it. */
export interface WantedState {
  wanted: WantedSchedule;
  /** "other limit": the number is computed, but its schedule has another limit. */
  state: 'equal' | 'unverifiable' | 'missing' | 'other limit';
  schedule?: Schedule;
  /** The schedule was made for this monitor, by what is remembered or by its name. */
  own: boolean;
  /** unverifiable: what nobody can tell; other limit: both limits. */
  details: string[];
}

/** A listed schedule that nobody wants. */
export interface UnwantedState {
  schedule: Schedule;
  /**
   * outdated: made for a monitor that changed. double: a second one of the same. foreign: made by somebody else.
   * unwatched: of a metric that no monitor watches, left alone.
   */
  state: 'outdated' | 'double' | 'foreign' | 'unwatched';
  monitor?: string;
  details: string[];
}

export interface Comparison {
  wanted: WantedState[];
  unwanted: UnwantedState[];
}

interface Candidate {
  schedule: Schedule;
  match: Match;
}

const isWrong = ({ match }: Candidate): boolean => match.differs.length + match.otherLimit.length > 0;

/** Fewest differences first, then the fewest unknowns, then the one under the monitor's own name. */
function inOrder(wanted: WantedSchedule, candidates: Candidate[]): Candidate[] {
  const cost = ({ schedule, match }: Candidate): number =>
    1e6 * match.differs.length +
    1e3 * match.otherLimit.length +
    2 * match.unknown.length +
    (schedule.requestName === wanted.requestName ? 0 : 1);
  return [...candidates].sort((a, b) => cost(a) - cost(b) || (a.schedule.id < b.schedule.id ? -1 : 1));
}

function candidatesOf(wanted: WantedSchedule, { dialect, listed, columnsOf, remembered }: ServiceView): Candidate[] {
  const known = { dialect, columns: columnsOf(wanted.model) };
  const own = listed
    .filter(({ model, metric }) => model === wanted.model && metric === wanted.metric)
    .map((schedule) => ({ schedule, match: matchSchedule(wanted, schedule, remembered.get(schedule.id), known) }));
  return inOrder(wanted, own);
}

function stateOf(wanted: WantedSchedule, candidates: readonly Candidate[], { remembered }: ServiceView): WantedState {
  const [best] = candidates;
  if (best === undefined || best.match.differs.length > 0) {
    return { wanted, state: 'missing', own: false, details: [] };
  }
  const { schedule, match } = best;
  const own = remembered.has(schedule.id) || schedule.requestName === wanted.requestName;
  const found = { wanted, schedule, own };
  if (match.otherLimit.length > 0) {
    return { ...found, state: 'other limit', details: match.otherLimit };
  }
  return match.unknown.length > 0
    ? { ...found, state: 'unverifiable', details: match.unknown }
    : { ...found, state: 'equal', details: [] };
}

/**
 * Compares what the plan wants of a service with what it has. Schedules of models that are not in the plan do not appear.
 * @param adopt take a schedule that agrees in all that can be told as the wanted one
 */
export function compareSchedules(wanted: readonly WantedSchedule[], view: ServiceView, adopt = false): Comparison {
  const candidates = wanted.map((one) => candidatesOf(one, view));
  const first = wanted.map((one, i) => stateOf(one, candidates[i] ?? [], view));
  const right = new Set(first.flatMap(({ state, schedule }) => (state === 'equal' && schedule ? [schedule.id] : [])));
  const states = first.map((one): WantedState => {
    // Two monitors that read one number share its schedule, which has one limit.
    const shared = one.state === 'other limit' && one.schedule !== undefined && right.has(one.schedule.id);
    return shared || (adopt && one.state === 'unverifiable') ? { ...one, state: 'equal', details: [] } : one;
  });
  const taken = new Set(states.flatMap(({ schedule }) => (schedule ? [schedule.id] : [])));
  const watched = new Set(wanted.map(({ model }) => model));
  const unwanted = view.listed
    .filter(({ id, model }) => watched.has(model) && !taken.has(id))
    .map((schedule): UnwantedState => {
      const rivals = wanted.flatMap((one, i) => {
        const candidate = candidates[i]?.find((each) => each.schedule.id === schedule.id);
        return candidate ? [{ wanted: one, candidate }] : [];
      });
      if (rivals.length === 0) {
        return { schedule, state: 'unwatched', details: [] };
      }
      return unwantedState(schedule, rivals, view);
    });
  return { wanted: states, unwanted };
}

type Rival = { wanted: WantedSchedule; candidate: Candidate };

function unwantedState(schedule: Schedule, rivals: readonly Rival[], { remembered }: ServiceView): UnwantedState {
  const right = rivals.find(({ candidate }) => !isWrong(candidate));
  if (right) {
    return { schedule, state: 'double', monitor: right.wanted.monitor, details: [] };
  }
  const name = remembered.get(schedule.id)?.requestName ?? schedule.requestName;
  const own = rivals.find(({ wanted }) => wanted.requestName === name);
  const { match } = (own ?? rivals[0])?.candidate ?? { match: { differs: [], otherLimit: [] } };
  const details = [...match.differs, ...match.otherLimit];
  return own || remembered.has(schedule.id)
    ? { schedule, state: 'outdated', ...(own ? { monitor: own.wanted.monitor } : {}), details }
    : { schedule, state: 'foreign', details };
}
