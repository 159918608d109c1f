import { CoreError } from '@soundcheck/query';
import type { Column, Schedule, ScheduleRequest } from '@soundcheck/query';
import { changeKey, compareSchedules, mayGo, nextChange, wantedSchedules } from '@soundcheck/monitors';
import type { Change, Comparison, Plan, Prune } from '@soundcheck/monitors';
import type { Calls } from '../service/calls.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { entriesOf, listedEntry, wantedEntry } from './report.ts';
import type { Entry } from './report.ts';

/** How far a run may go. */
export interface Power {
  prune: Prune;
  /** Trust what agrees in all that the service lists. */
  adopt: boolean;
  /** Change nothing. */
  dryRun: boolean;
}

export interface Namespace {
  plan: Plan;
  name: string;
  calls: Calls;
  power: Power;
  /** By id. Changed in place as schedules are made and go. */
  remembered: Map<string, ScheduleRequest>;
  /** Called before each change. */
  beforeChange(): Promise<void>;
  /** Called after each change of what is remembered, so that a killed run forgets nothing. */
  afterChange(): Promise<void>;
}

/** A service as it is now, compared with the plan. */
interface Look {
  comparison: Comparison;
  dialect: 'java' | 'python';
}

/** Reads lists afresh: each change is decided on what is there at that moment. */
async function lookAt(namespace: Namespace, dialect: 'java' | 'python'): Promise<Look> {
  const { plan, name, calls, remembered, power } = namespace;
  const models = new Set(plan.monitors.filter((monitor) => monitor.namespace === name).map(({ model }) => model));
  const columns = new Map<string, Column[]>();
  for (const model of models) {
    columns.set(model, (await calls.columns(model)).columns);
  }
  const names = dialect === 'python' ? await calls.names() : new Map<string, string>();
  const { schedules, message } = await calls.schedules();
  if (message !== undefined) {
    throw new CoreError(`Not all schedules could be listed, so none was changed: ${message}`);
  }
  const listed = schedules.map((schedule): Schedule => {
    const requestName = schedule.requestName ?? names.get(schedule.id);
    return requestName === undefined ? schedule : { ...schedule, requestName };
  });
  const columnsOf = (model: string) => columns.get(model) ?? [];
  const inputsOf = (model: string) =>
    columnsOf(model)
      .filter(({ role }) => role === 'input')
      .map((column) => column.name);
  const wanted = wantedSchedules(plan, name, dialect, inputsOf);
  const comparison = compareSchedules(wanted, { dialect, listed, columnsOf, remembered }, power.adopt);
  for (const id of remembered.keys()) {
    if (!listed.some((schedule) => schedule.id === id)) {
      remembered.delete(id);
    }
  }
  return { comparison, dialect };
}

/** Makes one change. What the service refuses is an entry; a service that is gone ends the run. */
async function apply(change: Change, { calls, remembered, beforeChange, afterChange }: Namespace): Promise<Entry> {
  await beforeChange();
  if ('remove' in change) {
    const { remove } = change;
    try {
      const message = await calls.remove(remove);
      remembered.delete(remove.id);
      await afterChange();
      return { ...listedEntry(remove), state: 'removed', message };
    } catch (error) {
      return { ...listedEntry(remove), state: 'refused', message: sentenceOf(error) };
    }
  }
  const { monitor: _, ...request } = change.make;
  try {
    const { id, message } = await calls.make(request);
    remembered.set(id, request);
    await afterChange();
    return { ...wantedEntry(change.make), id, state: 'made', message: forTheCommand(message) };
  } catch (error) {
    return { ...wantedEntry(change.make), state: 'refused', message: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof CoreError)) {
    throw error;
  }
  return forTheCommand(error.message);
}

/** What would be done, all at once: nothing is made, so nothing is looked at again. */
function intended({ comparison }: Look, prune: Prune): Entry[] {
  const { wanted, unwanted } = comparison;
  const made = wanted.flatMap(({ state, wanted: one }): Entry[] =>
    state === 'missing' ? [{ ...wantedEntry(one), state: 'to make', message: '' }] : []
  );
  const going = unwanted.filter((one) => mayGo(one, prune));
  const gone = going.map(({ schedule }): Entry => ({ ...listedEntry(schedule), state: 'to remove', message: '' }));
  const left = unwanted.filter((one) => !mayGo(one, prune));
  return [...made, ...gone, ...entriesOf({ wanted, unwanted: left })];
}

/** Monitors whose wanted schedules cannot be told, as the service does not know the model's columns yet. */
function withoutColumns({ comparison }: Look, { plan, name }: Namespace): Entry[] {
  const asked = new Set(comparison.wanted.map(({ wanted }) => wanted.monitor));
  return plan.monitors
    .filter((monitor) => monitor.namespace === name && !asked.has(monitor.id))
    .map(({ id, model, metric, batch }) => ({
      state: 'refused',
      ...{ monitor: id, model, metric, window: batch },
      message: `TrustyAI lists no columns of ${model}, so it cannot be told which means to schedule: push a reference or send an inference first.`,
    }));
}

/** What became of the changes, by what the service lists in the end. */
function afterwards(tried: ReadonlyMap<string, Entry>, { comparison }: Look): Entry[] {
  const states = new Map(comparison.wanted.map(({ wanted, state }) => [changeKey({ make: wanted }), state]));
  return [...tried].flatMap(([key, entry]): Entry[] => {
    const state = states.get(key);
    if (entry.state === 'refused' && state === 'equal') {
      // Another run was quicker.
      return [];
    }
    return entry.state === 'made' && state === 'missing'
      ? [{ ...entry, state: 'refused', message: `${entry.message} But the service lists it as something else.` }]
      : [entry];
  });
}

/**
 * Makes one service's schedules equal the plan: looks, makes one change, and looks again, until nothing is left to do.
 * @returns one entry for each schedule; changed ones first
 * @throws CoreError where the service cannot be asked
 */
export async function reconcileNamespace(
  namespace: Namespace
): Promise<{ dialect: 'java' | 'python'; schedules: Entry[] }> {
  const { calls, power, remembered, afterChange } = namespace;
  const { dialect } = await calls.report();
  let look = await lookAt(namespace, dialect);
  if (power.dryRun) {
    return { dialect, schedules: [...intended(look, power.prune), ...withoutColumns(look, namespace)] };
  }
  const tried = new Map<string, Entry>();
  for (;;) {
    const change = nextChange(look.comparison, power.prune, tried);
    if (change === undefined) {
      break;
    }
    tried.set(changeKey(change), await apply(change, namespace));
    look = await lookAt(namespace, dialect);
  }
  const changed = afterwards(tried, look);
  if (power.adopt) {
    for (const { state, schedule, wanted } of look.comparison.wanted) {
      if (state === 'equal' && schedule && !remembered.has(schedule.id)) {
        const { monitor: _, ...request } = wanted;
        remembered.set(schedule.id, request);
      }
    }
  }
  await afterChange();
  const done = new Set(changed.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const rest = entriesOf(look.comparison).filter(({ id }) => id === undefined || !done.has(id));
  return { dialect, schedules: [...changed, ...rest, ...withoutColumns(look, namespace)] };
}
