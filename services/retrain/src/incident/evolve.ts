import type { Event } from './event.ts';
import type { Alert, Incident, Run, Seen, State } from './state.ts';

/** The state after an event. Pure; an event of an incident that is forgotten changes nothing. */
export function evolve(state: State, event: Event): State {
  if (event.kind === 'missed') {
    return { ...state, seen: withEntry(state.seen, event.fingerprint, { startsAt: event.startsAt, at: event.at }) };
  }
  if (event.kind === 'opened') {
    const { incident: id, namespace, model, modelVersion, alerts, at } = event;
    const run: Run | undefined = event.run ? { phase: 'queued', queuedAt: at, attempts: 0 } : undefined;
    const incident: Incident = { id, namespace, model, modelVersion, openedAt: at, alerts, run, annotated: [] };
    return {
      ...state,
      incidents: withEntry(state.incidents, id, incident),
      seen: seeAll(state.seen, alerts, incident, at),
    };
  }
  const incident = state.incidents.get(event.incident);
  if (!incident) {
    return state;
  }
  const after = evolveIncident(incident, event);
  return {
    incidents: withEntry(state.incidents, after.id, after),
    seen: event.kind === 'joined' ? seeAll(state.seen, [event.alert], after, event.at) : state.seen,
    totals: count(state.totals, incident, after),
  };
}

type IncidentEvent = Exclude<Event, { kind: 'opened' | 'missed' }>;

function evolveIncident(incident: Incident, event: IncidentEvent): Incident {
  switch (event.kind) {
    case 'joined': {
      const others = incident.alerts.filter(({ fingerprint }) => fingerprint !== event.alert.fingerprint);
      return { ...incident, alerts: [...others, event.alert] };
    }
    case 'doubted':
      return withAlert(incident, event.fingerprint, { status: 'unsure', unsureSince: event.at });
    case 'resolved':
      return withAlert(incident, event.fingerprint, { status: 'resolved', endsAt: event.endsAt });
    case 'closed':
      return { ...incident, closedAt: event.at };
    case 'annotated':
      return { ...incident, annotated: [...incident.annotated, event.annotation] };
    default:
      return { ...incident, run: evolveRun(incident.run, event) };
  }
}

type RunEvent = Exclude<IncidentEvent, { kind: 'joined' | 'doubted' | 'resolved' | 'closed' | 'annotated' }>;

function evolveRun(run: Run | undefined, event: RunEvent): Run {
  const before = run ?? { phase: 'queued', queuedAt: event.at, attempts: 0 };
  switch (event.kind) {
    case 'queued':
      return { phase: 'queued', queuedAt: event.at, attempts: 0, attemptedAt: run?.attemptedAt };
    case 'calling': {
      const { target, atMostOnce } = event;
      return { ...before, phase: 'calling', attempts: before.attempts + 1, attemptedAt: event.at, target, atMostOnce };
    }
    case 'started':
      return { ...before, phase: 'training', startedAt: event.at, reference: event.reference, problem: undefined };
    case 'postponed':
      return { ...before, phase: 'queued', problem: event.problem };
    case 'died':
      return { ...before, phase: 'dead', problem: event.problem, doubtful: event.doubtful };
    case 'ended': {
      const { result, version, message, at } = event;
      // A callback may overtake the answer of the call that started the run.
      const startedAt = before.startedAt ?? before.attemptedAt ?? before.queuedAt;
      return { ...before, phase: 'ended', startedAt, endedAt: at, result, version, message, problem: undefined };
    }
  }
}

function withAlert(incident: Incident, fingerprint: string, change: Partial<Alert>): Incident {
  const alerts = incident.alerts.map((alert) => (alert.fingerprint === fingerprint ? { ...alert, ...change } : alert));
  return { ...incident, alerts };
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map(map).set(key, value);
}

function seeAll(seen: State['seen'], alerts: Alert[], incident: Incident, at: number): State['seen'] {
  const after = new Map<string, Seen>(seen);
  for (const { fingerprint, startsAt } of alerts) {
    after.set(fingerprint, { startsAt, at, incident: incident.id });
  }
  return after;
}

/** Counted when a run first reaches a result; an unknown end that becomes known counts again under its result. */
function count(totals: State['totals'], before: Incident, after: Incident): State['totals'] {
  const result = outcome(after.run);
  if (result === undefined || result === outcome(before.run)) {
    return totals;
  }
  const key = JSON.stringify([after.namespace, after.model, result]);
  return withEntry(totals, key, (totals.get(key) ?? 0) + 1);
}

function outcome(run: Run | undefined): string | undefined {
  return run?.phase === 'dead' ? 'not started' : run?.result;
}
