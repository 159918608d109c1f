import { coolUntil } from './cooldown.ts';
import { isOver } from './deliver.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import type { Rules } from './rules.ts';
import type { Incident, State } from './state.ts';

/** What happens by time alone: doubted alerts end, cool-downs end, runs that nobody heard of get an unknown end. */
export function decideTime(state: State, at: number, rules: Rules): Event[] {
  const events: Event[] = [];
  let now = state;
  const record = (event: Event) => {
    events.push(event);
    now = evolve(now, event);
  };
  for (const { id } of state.incidents.values()) {
    for (const decide of [endDoubted, close, endRun]) {
      const incident = now.incidents.get(id);
      (incident ? decide(incident, at, rules) : []).forEach(record);
    }
  }
  const waiting = [...now.incidents.values()].filter(mayBegin).sort((a, b) => a.openedAt - b.openedAt);
  for (const incident of waiting) {
    if (coolUntil(now, incident, rules) <= at) {
      record({ kind: 'queued', incident: incident.id, at });
    }
  }
  return events;
}

/** Epoch milliseconds at which `decideTime` next has something to say; Infinity: never. */
export function nextTime(state: State, rules: Rules): number {
  let least = Infinity;
  for (const incident of state.incidents.values()) {
    if (incident.closedAt === undefined || incident.run?.phase === 'training') {
      least = Math.min(least, nextTimeOf(incident, state, rules));
    }
  }
  return least;
}

function nextTimeOf(incident: Incident, state: State, rules: Rules): number {
  const { run, alerts } = incident;
  const endings = alerts.map(({ status, unsureSince = 0 }) =>
    status === 'unsure' ? unsureSince + rules.grace : Infinity
  );
  return Math.min(
    ...endings,
    run?.phase === 'training' ? (run.startedAt ?? 0) + rules.endTimeout : Infinity,
    mayBegin(incident) ? coolUntil(state, incident, rules) : Infinity
  );
}

function mayBegin(incident: Incident): boolean {
  const { closedAt, run, alerts } = incident;
  return closedAt === undefined && run === undefined && alerts.some(({ status }) => status === 'firing');
}

function endDoubted({ id, alerts }: Incident, at: number, rules: Rules): Event[] {
  return alerts
    .filter(({ status, unsureSince }) => status === 'unsure' && (unsureSince ?? 0) + rules.grace <= at)
    .map(({ fingerprint, unsureSince }) => ({
      kind: 'resolved',
      incident: id,
      at,
      fingerprint,
      endsAt: unsureSince ?? at,
    }));
}

function close(incident: Incident, at: number): Event[] {
  return incident.closedAt === undefined && isOver(incident) ? [{ kind: 'closed', incident: incident.id, at }] : [];
}

function endRun({ id, run }: Incident, at: number, rules: Rules): Event[] {
  if (run?.phase !== 'training' || (run.startedAt ?? 0) + rules.endTimeout > at) {
    return [];
  }
  return [{ kind: 'ended', incident: id, at, result: 'unknown', message: 'Nobody told the end of the run.' }];
}
