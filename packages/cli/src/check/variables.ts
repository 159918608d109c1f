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

/** What Grafana, which reads YAML's types into the values of variables, takes for a number or for true and false. */
const NO_TEXT = /^([+-]?(\d[\d_]*(\.\d*)?|\.\d+)(e[+-]?\d+)?|[+-]?(inf|infinity|nan)|t|f|true|false)$/i;

function secretWarning(name: string, value: string): string[] {
  if (value.includes('$')) {
    return [
      `${name} holds a "$", of which Grafana makes a variable: the secret would arrive changed. Make one without.`,
    ];
  }
  return NO_TEXT.test(value)
    ? [
        `${name} looks like a number, or like true or false: Grafana would not start with it. Make one that has letters.`,
      ]
    : [];
}

/** Secrets that are set here and that would not come through Grafana. Nothing of their values is said. */
export function secretWarnings(plan: Plan, env: Terminal['env']): string[] {
  const { grafana, secrets } = neededVariables(plan);
  return secrets.filter((name) => grafana.includes(name)).flatMap((name) => secretWarning(name, env[name] ?? ''));
}
