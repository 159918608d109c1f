import type { NotifyPlan, WebhookAuth } from '../contract.ts';
import { duration } from './durations.ts';
import { inUtc, namedTimeInterval } from './mutes.ts';
import { NOBODY, PEOPLE, RETRAIN, routing } from './routing.ts';
import type { Matcher } from './routing.ts';
import { webhookSecrets } from './secrets.ts';

/** Name of the secret, beside the AlertmanagerConfig, with what `alertmanagerSecrets` lists. */
export const ALERTMANAGER_SECRET = 'soundcheck-alertmanager';

const matcher = ({ label, op, value }: Matcher) => ({ name: label, matchType: op, value });

interface Webhook {
  url: string;
  auth: WebhookAuth;
  sendResolved: boolean;
}

function webhookConfig(prefix: string, webhook: Webhook) {
  const { url, token, user, password } = webhookSecrets(prefix, webhook);
  const selector = ({ key }: { key: string }) => ({ name: ALERTMANAGER_SECRET, key });
  return {
    ...(url ? { urlSecret: selector(url) } : { url: webhook.url }),
    sendResolved: webhook.sendResolved,
    ...(token ? { httpConfig: { authorization: { type: 'Bearer', credentials: selector(token) } } } : {}),
    ...(user && password
      ? { httpConfig: { basicAuth: { username: selector(user), password: selector(password) } } }
      : {}),
  };
}

/**
 * AlertmanagerConfig (monitoring.coreos.com/v1beta1) for a namespace. The operator adds the matcher on the namespace
 * and lets alerts go on to other configurations.
 */
export function alertmanagerConfig(namespace: string, notify: NotifyPlan) {
  const { root, groupBy, routes } = routing(notify);
  const { retrain, people } = notify;
  const mutes = notify.mutes.filter(inUtc);
  const known = new Set(mutes.map(({ name }) => name));
  const webhook = (name: string, prefix: string, config: Webhook) => ({
    name,
    webhookConfigs: [webhookConfig(prefix, config)],
  });
  return {
    apiVersion: 'monitoring.coreos.com/v1beta1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'soundcheck', namespace, labels: { 'app.kubernetes.io/part-of': 'soundcheck' } },
    spec: {
      route: {
        receiver: root,
        matchers: [{ name: 'soundcheck', matchType: '=~', value: '.+' }],
        groupBy,
        groupWait: duration(notify.groupWaitSeconds),
        groupInterval: duration(notify.groupIntervalSeconds),
        repeatInterval: duration(notify.repeatIntervalSeconds),
        routes: routes.map((route) => ({
          receiver: route.receiver,
          matchers: route.matchers.map(matcher),
          ...(route.goesOn ? { continue: true } : {}),
          groupBy: route.groupBy,
          ...(route.mutes.some((name) => known.has(name))
            ? { muteTimeIntervals: route.mutes.filter((name) => known.has(name)) }
            : {}),
        })),
      },
      receivers: [
        ...(root === NOBODY ? [{ name: NOBODY }] : []),
        ...(retrain ? [webhook(RETRAIN, 'retrain', { ...retrain, sendResolved: retrain.kind === 'gateway' })] : []),
        ...(people ? [webhook(PEOPLE, 'people', { ...people, sendResolved: true })] : []),
      ],
      ...(mutes.length > 0 ? { timeIntervals: mutes.map(namedTimeInterval) } : {}),
    },
  };
}
