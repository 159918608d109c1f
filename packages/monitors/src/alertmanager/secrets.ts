import type { NotifyPlan, WebhookAuth } from '../contract.ts';
import { variablesIn } from './variables.ts';

/** A value that Alertmanager reads from a file or from a cluster's secret, with ${VARIABLES} where it is not known here. */
export interface SecretEntry {
  /** File name, and key of the secret. */
  key: string;
  template: string;
}

/** A webhook as its parts stand in files: Alertmanager fills in no variables. */
export interface WebhookSecrets {
  /** Set where the address holds variables. */
  url?: SecretEntry;
  token?: SecretEntry;
  user?: SecretEntry;
  password?: SecretEntry;
}

/**
 * What of a webhook must come from elsewhere.
 * @param prefix of the keys: "retrain" or "people"
 */
export function webhookSecrets(prefix: string, webhook: { url: string; auth: WebhookAuth }): WebhookSecrets {
  const { url, auth } = webhook;
  return {
    ...(variablesIn(url).length > 0 ? { url: { key: `${prefix}-url`, template: url } } : {}),
    ...(auth.kind === 'bearer' ? { token: { key: `${prefix}-token`, template: `\${${auth.tokenVariable}}` } } : {}),
    ...(auth.kind === 'basic'
      ? {
          user: { key: `${prefix}-user`, template: auth.user },
          password: { key: `${prefix}-password`, template: `\${${auth.passwordVariable}}` },
        }
      : {}),
  };
}

/** All that Alertmanager needs besides its configuration: one file, or one key of the secret, each. */
export function alertmanagerSecrets({ retrain, people }: NotifyPlan): SecretEntry[] {
  const webhooks = [retrain && webhookSecrets('retrain', retrain), people && webhookSecrets('people', people)];
  return webhooks.flatMap((webhook) =>
    webhook ? [webhook.url, webhook.token, webhook.user, webhook.password].filter((entry) => entry !== undefined) : []
  );
}
