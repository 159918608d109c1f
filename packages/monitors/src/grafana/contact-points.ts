import { NOBODY, PEOPLE, RETRAIN } from '../alertmanager/routing.ts';
import type { NotifyPlan, WebhookAuth } from '../contract.ts';
import { escapeDollars, escapeDollarsBetweenVariables } from './escape.ts';

function authSettings(auth: WebhookAuth) {
  switch (auth.kind) {
    case 'bearer':
      return { authorization_scheme: 'Bearer', authorization_credentials: `\${${auth.tokenVariable}}` };
    case 'basic':
      return { username: escapeDollars(auth.user), password: `\${${auth.passwordVariable}}` };
    case 'none':
      return {};
  }
}

interface Webhook {
  url: string;
  auth: WebhookAuth;
  sendsResolved: boolean;
}

/** The uid is the name, so that `deleteContactPoints` can be written from names alone. */
function contactPoint(name: string, { url, auth, sendsResolved }: Webhook) {
  return {
    orgId: 1,
    name,
    receivers: [
      {
        uid: name,
        type: 'webhook',
        disableResolveMessage: !sendsResolved,
        settings: { url: escapeDollarsBetweenVariables(url), httpMethod: 'POST', ...authSettings(auth) },
      },
    ],
  };
}

/** Grafana's tree needs a contact point at its root, and a contact point an address: this one is always muted. */
const nobody = contactPoint(NOBODY, { url: 'http://127.0.0.1:9/nobody', auth: { kind: 'none' }, sendsResolved: false });

/** The contact points of a plan. */
export function contactPoints({ retrain, people }: NotifyPlan) {
  return [
    ...(retrain ? [contactPoint(RETRAIN, { ...retrain, sendsResolved: retrain.kind === 'gateway' })] : []),
    people ? contactPoint(PEOPLE, { ...people, sendsResolved: true }) : nobody,
  ];
}
