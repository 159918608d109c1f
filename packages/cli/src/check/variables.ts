import { neededVariables } from '@soundcheck/monitors';
import type { Plan } from '@soundcheck/monitors';
import type { Terminal } from '../main.ts';

/** A variable that somebody needs, and whether it is set where `soundcheck` runs. */
export interface NeededVariable {
  /** "Grafana", or "reconcile NAMESPACE". */
  by: string;
  name: string;
  setHere: boolean;
}

/** All variables that the outputs of a plan need where they run. */
export function variablesOf(plan: Plan, env: Terminal['env']): NeededVariable[] {
  const { grafana, reconcile } = neededVariables(plan);
  const all: Array<[string, string[]]> = [
    ['Grafana', grafana],
    ...Object.entries(reconcile).map(([namespace, names]): [string, string[]] => [`reconcile ${namespace}`, names]),
  ];
  return all.flatMap(([by, names]) => names.map((name) => ({ by, name, setHere: Boolean(env[name]) })));
}

/** Grafana fills in variables twice: of a secret with "$" only a part would arrive. Nothing of its value is said. */
export function secretWarnings(plan: Plan, env: Terminal['env']): string[] {
  const { grafana, secrets } = neededVariables(plan);
  return secrets
    .filter((name) => grafana.includes(name) && env[name]?.includes('$'))
    .map(
      (name) =>
        `${name} holds a "$", of which Grafana makes a variable: the secret would arrive changed. Make one without.`
    );
}
