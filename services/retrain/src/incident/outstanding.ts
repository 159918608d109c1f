import { createHash } from 'node:crypto';
import type { RetryRules, Rules } from './rules.ts';
import type { AnnotationKind, Incident, Run, State } from './state.ts';

/** Work that the state asks for: always derived from it, so that a crash can lose none. */
export type Effect =
  | { kind: 'start'; incident: Incident; dueAt: number }
  | { kind: 'watch'; incident: Incident; run: Run }
  | { kind: 'annotate'; incident: Incident; annotation: AnnotationKind };

/** Everything there is to do, due now or later; which of it is under way already is the runner's to know. */
export function outstanding(state: State, rules: Rules): Effect[] {
  return [...state.incidents.values()].flatMap((incident): Effect[] => {
    const { run } = incident;
    const effects: Effect[] = missingAnnotations(incident).map((annotation) => ({
      kind: 'annotate',
      incident,
      annotation,
    }));
    if (run?.phase === 'queued') {
      effects.push({ kind: 'start', incident, dueAt: nextAttempt(incident.id, run, rules.retries) });
    } else if (run?.phase === 'training') {
      effects.push({ kind: 'watch', incident, run });
    }
    return effects;
  });
}

/**
 * Exponential back-off: `first` × 2^(n − 1) after the n-th failed call, at most `longest`, of which a share of a half
 * is spread by a hash of run and n: the same each time, and different runs do not come back together.
 */
export function nextAttempt(id: string, run: Run, retries: RetryRules): number {
  if (run.attempts === 0) {
    return run.queuedAt;
  }
  return (run.attemptedAt ?? run.queuedAt) + backOff(`${id}/${run.attempts}`, run.attempts, retries);
}

/** Milliseconds to wait after the `attempts`-th failure. */
export function backOff(salt: string, attempts: number, retries: RetryRules): number {
  const whole = Math.min(retries.longest, retries.first * 2 ** (attempts - 1));
  const share = createHash('sha256').update(salt).digest().readUInt32BE() / 2 ** 32;
  return whole * (0.5 + share / 2);
}

function missingAnnotations({ run, annotated }: Incident): AnnotationKind[] {
  const wanted: AnnotationKind[] = ['drift alert'];
  if (run?.startedAt !== undefined) {
    wanted.push('training started');
  }
  if (run?.endedAt !== undefined) {
    wanted.push('training ended');
  }
  if (run?.version !== undefined && run.result === 'succeeded') {
    wanted.push('new version');
  }
  return wanted.filter((kind) => !annotated.includes(kind));
}
