import type { Rules } from './rules.ts';
import type { Incident, Run, State } from './state.ts';

type Model = Pick<Incident, 'namespace' | 'model'>;

/**
 * Epoch milliseconds from which a model may have its next run: its cool-down after the latest start, and not before a run
 * that is under way has ended. Infinity while one is. Versions of a model share its cool-down.
 */
export function coolUntil(state: State, model: Model, rules: Rules): number {
  const runs = [...state.incidents.values()]
    .filter((other) => other.namespace === model.namespace && other.model === model.model)
    .flatMap(({ run }) => (run ? [run] : []));
  return Math.max(-Infinity, ...runs.map((run) => blockedUntil(run, rules)));
}

function blockedUntil(run: Run, rules: Rules): number {
  switch (run.phase) {
    case 'queued':
    case 'calling':
    case 'training':
      return Infinity;
    case 'ended':
      return (run.startedAt ?? run.queuedAt) + rules.cooldown;
    case 'dead':
      // A run that may have started counts as one that did.
      return run.doubtful ? (run.attemptedAt ?? run.queuedAt) + rules.cooldown : -Infinity;
  }
}
