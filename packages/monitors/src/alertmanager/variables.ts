import type { Plan, WebhookAuth } from '../contract.ts';

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Names of the ${VARIABLES} in a text, in its order. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((match) => match[1] ?? '');
}

/** The variable that holds the secret. */
export function secretVariable(auth: WebhookAuth): string | undefined {
  if (auth.kind === 'bearer') {
    return auth.tokenVariable;
  }
  return auth.kind === 'basic' ? auth.passwordVariable : undefined;
}

/** The environment variables that the outputs need, and where. Sorted, each once. */
export interface NeededVariables {
  /** Of the process of Grafana: an unset one becomes empty without a word. */
  grafana: string[];
  /** Those whose value is a secret. */
  secrets: string[];
  /** Of `soundcheck reconcile`, for each namespace. */
  reconcile: Record<string, string[]>;
}

const sorted = (names: string[]) => [...new Set(names)].sort();

export function neededVariables({ namespaces, notify }: Plan): NeededVariables {
  const webhooks = [notify.retrain, notify.people].filter((webhook) => webhook !== undefined);
  const secrets = webhooks.flatMap(({ auth }) => secretVariable(auth) ?? []);
  const tokens = namespaces.flatMap(({ trustyai }) => trustyai.tokenVariable ?? []);
  return {
    grafana: sorted([...webhooks.flatMap(({ url }) => variablesIn(url)), ...secrets]),
    secrets: sorted([...secrets, ...tokens]),
    reconcile: Object.fromEntries(
      namespaces.map(({ name, trustyai }) => [
        name,
        sorted([...variablesIn(trustyai.url), ...(trustyai.tokenVariable ? [trustyai.tokenVariable] : [])]),
      ])
    ),
  };
}
