import type { NotifyPlan, WebhookAuth } from '../contract.ts';
import { duration } from './durations.ts';
import { timeInterval } from './mutes.ts';
import { NOBODY, PEOPLE, RETRAIN, routing } from './routing.ts';
import type { Matcher, Route } from './routing.ts';
import { webhookSecrets } from './secrets.ts';

/** Where the rendered alertmanager.yml looks for what it must not hold. */
export const SECRETS_FOLDER = '/etc/alertmanager/secrets';

/** `retrain="true"`, quoted as Go quotes. */
const written = ({ label, op, value }: Matcher) => `${label}${op}${JSON.stringify(value)}`;

function childRoute(route: Route) {
  return {
    receiver: route.receiver,
    matchers: route.matchers.map(written),
    ...(route.goesOn ? { continue: true } : {}),
    group_by: route.groupBy,
    ...(route.mutes.length > 0 ? { mute_time_intervals: route.mutes } : {}),
  };
}

interface Webhook {
  url: string;
  auth: WebhookAuth;
  sendResolved: boolean;
}

function webhookConfig(prefix: string, webhook: Webhook, folder: string) {
  const secrets = webhookSecrets(prefix, webhook);
  const file = ({ key }: { key: string }) => `${folder}/${key}`;
  const { auth } = webhook;
  return {
    ...(secrets.url ? { url_file: file(secrets.url) } : { url: webhook.url }),
    send_resolved: webhook.sendResolved,
    ...(secrets.token
      ? { http_config: { authorization: { type: 'Bearer', credentials_file: file(secrets.token) } } }
      : {}),
    ...(auth.kind === 'basic' && secrets.password
      ? { http_config: { basic_auth: { username: auth.user, password_file: file(secrets.password) } } }
      : {}),
  };
}

/**
 * alertmanager.yml as an object.
 * @param folder with the files of `alertmanagerSecrets`; another one where Alertmanager is no container
 */
export function alertmanagerConfiguration(notify: NotifyPlan, folder: string = SECRETS_FOLDER) {
  const { root, groupBy, routes } = routing(notify);
  const { retrain, people } = notify;
  const webhook = (name: string, prefix: string, config: Webhook) => ({
    name,
    webhook_configs: [webhookConfig(prefix, config, folder)],
  });
  return {
    route: {
      receiver: root,
      group_by: groupBy,
      group_wait: duration(notify.groupWaitSeconds),
      group_interval: duration(notify.groupIntervalSeconds),
      repeat_interval: duration(notify.repeatIntervalSeconds),
      routes: routes.map(childRoute),
    },
    receivers: [
      ...(root === NOBODY ? [{ name: NOBODY }] : []),
      ...(retrain ? [webhook(RETRAIN, 'retrain', { ...retrain, sendResolved: retrain.kind === 'gateway' })] : []),
      ...(people ? [webhook(PEOPLE, 'people', { ...people, sendResolved: true })] : []),
    ],
    ...(notify.mutes.length > 0
      ? { time_intervals: notify.mutes.map((mute) => ({ name: mute.name, time_intervals: [timeInterval(mute)] })) }
      : {}),
  };
}
