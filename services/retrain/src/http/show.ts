import type { Incident, Run, State } from '../incident/state.ts';
import { phaseOf } from '../incident/phase.ts';
import { coolUntil } from '../incident/cooldown.ts';
import { nextAttempt } from '../incident/outstanding.ts';
import type { Rules } from '../incident/rules.ts';

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

/** An incident for people: times in ISO 8601, and what comes next in a sentence. */
export function showIncident(incident: Incident, state: State, rules: Rules) {
  const { id, namespace, model, modelVersion, openedAt, closedAt, run, alerts, annotated } = incident;
  return {
    id,
    namespace,
    model,
    modelVersion,
    state: phaseOf(incident),
    next: next(incident, state, rules),
    openedAt: iso(openedAt),
    closedAt: iso(closedAt),
    run: run && showRun(id, run),
    alerts: alerts.map(({ fingerprint, status, startsAt, arrivedAt, endsAt, labels, summary }) => ({
      fingerprint,
      status,
      name: labels.alertname,
      feature: labels.feature,
      startsAt: iso(startsAt),
      arrivedAt: iso(arrivedAt),
      endsAt: iso(endsAt),
      summary,
    })),
    annotations: annotated,
  };
}

export function showRun(id: string, run: Run) {
  const { queuedAt, attemptedAt, startedAt, endedAt, ...rest } = run;
  return {
    id,
    ...rest,
    queuedAt: iso(queuedAt),
    attemptedAt: iso(attemptedAt),
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
  };
}

function next(incident: Incident, state: State, rules: Rules): string {
  const { id, run, closedAt } = incident;
  if (!run) {
    if (closedAt !== undefined) {
      return 'Nothing: it was over before the cool-down was.';
    }
    const until = coolUntil(state, incident, rules);
    const when = Number.isFinite(until) ? `after ${iso(until)}` : 'after the model’s present run and its cool-down';
    return `A run ${when}, if an alert still fires then.`;
  }
  switch (run.phase) {
    case 'queued':
      return run.attempts === 0
        ? 'The run is about to start.'
        : `Another try to start the run at ${iso(nextAttempt(id, run, rules.retries))}.`;
    case 'calling':
      return 'The target’s answer.';
    case 'training':
      return `The run’s end, by its callback or by looking; unknown from ${iso((run.startedAt ?? 0) + rules.endTimeout)} on.`;
    case 'dead':
      return run.doubtful
        ? `Look whether the target has run ${id}. If it has not: POST /dead-letters/${id}/retry.`
        : `Mend the cause, then POST /dead-letters/${id}/retry.`;
    case 'ended':
      return closedAt === undefined
        ? 'The alerts resolve once a full batch of later inferences is without drift.'
        : 'Nothing.';
  }
}
